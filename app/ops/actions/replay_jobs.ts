import { listDeadJobs } from '#ops/queries/job_lists'
import { asOperator, type Operator } from '#ops/services/operator_audit'
import { sql } from '#shared/database/sql'
import { ringForJob } from '#shared/jobs/bell'

const MOST = 500

export interface ReplayJobsInput {
  /** All dead ones (500 at most) when absent. */
  id?: string | undefined
  by: Operator
}

/** Gives dead jobs another round of attempts; whoever replays twice finds nothing the second time. */
export default class ReplayJobs {
  async execute({ id, by }: ReplayJobsInput): Promise<number> {
    const ids = id ? [id] : (await listDeadJobs(MOST)).map((job) => job.id)
    const replayed: string[] = []
    await asOperator(by, async (trx) => {
      for (const one of ids) {
        const { rows } = await sql<{ done: boolean }>(trx, 'select replay_job(?) as done', [one])
        if (rows[0]!.done) replayed.push(one)
      }
      if (replayed.length === 0) return null
      return { action: 'operator.jobs_replayed', details: { jobs: replayed.length } }
    })
    for (const one of replayed) ringForJob(one)
    return replayed.length
  }
}
