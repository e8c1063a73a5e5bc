import { requestMap } from '#intelligence/services/request_map'
import type HostEventReceived from '#projects/events/host_event_received'
import { sql } from '#shared/database/sql'

/** The map follows the default branch; other branches have theirs when a workflow works on them. */
export default class MapPushedBranch {
  async handle({ trx, received: { teamId, projectId, event } }: HostEventReceived) {
    if (event.kind !== 'push' || event.after === null) return
    const { rows } = await sql<{ default_branch: string }>(
      trx,
      'select default_branch from projects where id = ?',
      [projectId]
    )
    if (rows[0]?.default_branch === event.branch) await requestMap(trx, { teamId, projectId, cause: 'push' })
  }
}
