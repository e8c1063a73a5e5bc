import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'
import { resumeStep } from '#workflows/jobs/resume_step'
import type { StepLease } from '#workflows/services/step_lease'

/** Remembers that the step lies down on purpose, and has it woken after that time. */
export async function pauseStep(
  trx: TransactionClientContract,
  { teamId, workflowId, stepId, step, attempt }: StepLease,
  { seconds, retried }: { seconds: number; retried: boolean }
) {
  await sql(trx, 'update workflow_steps set pauses = pauses + 1, retries = retries + ? where id = ?', [
    retried ? 1 : 0,
    stepId,
  ])
  await enqueue(trx, resumeStep, {
    teamId,
    payload: { workflowId, step, attempt },
    // One alarm at a time, however often the host wakes the step before it rings.
    key: stepId,
    runAt: new Date(Date.now() + seconds * 1000),
  })
}
