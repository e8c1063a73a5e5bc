import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

export const stepQueueName = 'workflows'

/** What the bell says: which step of whose workflow to look at. The truth is in the database. */
export interface StepJob {
  teamId: string
  workflowId: string
  stepId: string
}

interface StepRound {
  name: string
  attempt: number
  /** How often the step had been claimed before; a further round needs a bell of its own. */
  claims: number
}

/** The same round of the same step has the same id, so that ringing twice is harmless. */
export const stepJobId = (workflowId: string, { name, attempt, claims }: StepRound) =>
  `${workflowId}.${name}.${attempt}.${claims}`

/** Puts a step's bell into the outbox of the caller's transaction. */
export async function addBell(trx: TransactionClientContract, job: StepJob, round: StepRound) {
  await trx.table('outbox').insert({
    team_id: job.teamId,
    workflow_id: job.workflowId,
    job_id: stepJobId(job.workflowId, round),
    payload: JSON.stringify(job),
  })
}
