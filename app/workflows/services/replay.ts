import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { StepName } from '#workflows/enums/step_name'

/** How a workflow repeats another one: everything before one exchange is taken from its record. */
export interface Replay {
  /** The workflow whose record is taken. */
  source: string
  /** The exchange from which it goes its own way. */
  step: Extract<StepName, 'plan' | 'generate'>
  attempt: number
  before: number
  /** Asked from there on; null: as the router chooses. */
  model: string | null
  /** Said to the model there; null: nothing. */
  message: string | null
}

export async function replayOf(trx: TransactionClientContract, workflowId: string): Promise<Replay | null> {
  const row: { replay: Replay | null } | null = await trx
    .from('workflows')
    .where('id', workflowId)
    .select('replay')
    .first()
  return row?.replay ?? null
}
