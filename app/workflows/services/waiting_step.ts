import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#shared/database/sql'
import type { StepName } from '#workflows/enums/step_name'

export interface WaitingStep {
  id: string
  name: StepName
  attempt: number
}

/** The step in which a workflow waits for a person; one that waits for its pipeline is none. */
export async function waitingStep(trx: TransactionClientContract, workflowId: string) {
  const { rows } = await sql<WaitingStep>(
    trx,
    `select id, name, attempt from workflow_steps
     where workflow_id = ? and status = 'waiting' and name in ('plan', 'publish') limit 1`,
    [workflowId]
  )
  return rows[0] ?? null
}

export async function endWaiting(
  trx: TransactionClientContract,
  { id }: WaitingStep,
  status: 'succeeded' | 'failed',
  error: string | null = null
) {
  await sql(
    trx,
    'update workflow_steps set status = ?, error = ?, finished_at = clock_timestamp() where id = ?',
    [status, error, id]
  )
}
