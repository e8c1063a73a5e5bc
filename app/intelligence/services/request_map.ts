import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { mapRepositoryJob } from '#intelligence/jobs/map_repository'
import type { MapCause } from '#intelligence/services/map_cause'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'

export interface MapRequest {
  teamId: string
  projectId: string
  cause: MapCause
  /** Its graph is taken over instead of reading the code once more. */
  workflowId?: string
  userId?: string
}

/** A map that says nothing for so long has lost its worker for good. */
const GIVEN_UP_AFTER = '45 minutes'

/**
 * Asks for a new map of a project in the caller's transaction, whose team must be the project's. One that waits
 * already does the work.
 *
 * @returns the id of the new map, or null when one waits
 */
export async function requestMap(
  trx: TransactionClientContract,
  { teamId, projectId, cause, workflowId, userId }: MapRequest
): Promise<string | null> {
  await sql(
    trx,
    `update code_maps set status = 'failed', finished_at = now(), phase = null,
       error = 'The worker that made this map has gone. Refresh the map.'
     where project_id = ? and status in ('queued', 'running') and coalesce(started_at, created_at) < now() - interval '${GIVEN_UP_AFTER}'`,
    [projectId]
  )
  const { rows } = await sql<{ id: string }>(
    trx,
    `insert into code_maps (team_id, project_id, cause, workflow_id, created_by) values (?, ?, ?, ?, ?)
     on conflict (project_id) where status = 'queued' do nothing returning id`,
    [teamId, projectId, cause, workflowId ?? null, userId ?? null]
  )
  const id = rows[0]?.id ?? null
  if (id) await enqueue(trx, mapRepositoryJob, { teamId, payload: { mapId: id }, key: id })
  return id
}
