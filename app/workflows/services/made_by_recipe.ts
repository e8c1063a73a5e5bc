import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { latestJson } from '#workflows/services/artifacts'

/** A recipe has one way of doing its task: it cannot be asked for something else. */
export async function madeByRecipe(trx: TransactionClientContract, workflowId: string): Promise<boolean> {
  const plan = await latestJson<{ method: string }>(trx, workflowId, 'plan')
  return plan?.method.startsWith('recipe:') ?? false
}
