import app from '@adonisjs/core/services/app'
import { teamRows } from '#accounts/services/team_rows'
import type { MapRef } from '#intelligence/services/map_state'
import { Entitlements } from '#shared/contracts/entitlements'

/** However long a plan keeps history, no project keeps more maps than this: each may be megabytes. */
const MOST = 30

const sql = `
  with ranked as (
    select id, status, coalesce(finished_at, created_at) as at,
      row_number() over (partition by status = 'ready' order by coalesce(finished_at, created_at) desc) as age
    from code_maps where project_id = $1 and status not in ('queued', 'running')
  )
  delete from code_maps m using ranked r where m.id = r.id and r.age > 1
    and (r.age > $3 or ($2::int is not null and r.at < now() - make_interval(days => $2::int)))`

/** Removes a project's maps that are older than the team's plan keeps history; the newest one always stays. */
export async function pruneMaps({ teamId, projectId }: Pick<MapRef, 'teamId' | 'projectId'>) {
  const entitlements = await app.container.make(Entitlements)
  const { limits } = await entitlements.of(teamId)
  await removeOldMaps(teamId, projectId, limits.history_days)
}

/** `days`: null for no limit. */
export const removeOldMaps = (teamId: string, projectId: string, days: number | null) =>
  teamRows(teamId, sql, [projectId, days, MOST])
