import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { indexMeaningJob } from '#intelligence/jobs/index_meaning'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'

/** Has a project's vectors brought up to its newest map, if its team wants them; in the caller's transaction. */
export async function requestMeaning(trx: TransactionClientContract, teamId: string, projectId: string) {
  const { rowCount } = await sql(
    trx,
    `update meaning_indexes set status = 'waiting', problem = null, updated_at = now() where project_id = ?`,
    [projectId]
  )
  if (rowCount === 0) return
  await enqueue(trx, indexMeaningJob, { teamId, payload: { projectId }, key: projectId })
}
