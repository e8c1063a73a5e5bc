import { withTeam } from '#accounts/services/tenancy'
import { announceMap } from '#intelligence/services/map_state'
import { requestMap } from '#intelligence/services/request_map'
import { err, ok, type Result } from '#shared/result'

export interface RefreshMapInput {
  teamId: string
  projectId: string
  userId: string | null
}

/** Asks for a new map; one that is being made already will do. */
export default class RefreshMap {
  async execute({ teamId, projectId, userId }: RefreshMapInput): Promise<Result<null, 'not_found'>> {
    const result = await withTeam(teamId, async (trx) => {
      const project = await trx.from('projects').where('id', projectId).select('id').first()
      if (!project) return err('not_found' as const)
      const pending = await trx
        .from('code_maps')
        .where('project_id', projectId)
        .whereIn('status', ['queued', 'running'])
        .whereRaw(`coalesce(started_at, created_at) > now() - interval '45 minutes'`)
        .select('id')
        .first()
      if (pending) return ok(null)
      await requestMap(trx, { teamId, projectId, cause: 'refresh', ...(userId ? { userId } : {}) })
      return ok(null)
    })
    if (result.ok) announceMap(projectId, 'queued', null)
    return result
  }
}
