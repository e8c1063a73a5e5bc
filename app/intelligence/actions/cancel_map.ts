import { withTeam } from '#accounts/services/tenancy'
import { announceMap } from '#intelligence/services/map_state'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface CancelMapInput {
  teamId: string
  projectId: string
}

/** Stops the map that is being made or waits to be; the one before it stays. */
export default class CancelMap {
  async execute({ teamId, projectId }: CancelMapInput): Promise<Result<null, 'not_found'>> {
    const result = await withTeam(teamId, async (trx) => {
      const project = await trx.from('projects').where('id', projectId).select('id').first()
      if (!project) return err('not_found' as const)
      await sql(
        trx,
        `update code_maps set status = 'cancelled', phase = null, finished_at = now()
         where project_id = ? and status in ('queued', 'running')`,
        [projectId]
      )
      return ok(null)
    })
    if (result.ok) announceMap(projectId, 'cancelled', null)
    return result
  }
}
