import { teamRows } from '#accounts/services/team_rows'
import type { MapTotals } from '#intelligence/queries/show_map'
import type { MapStatus } from '#intelligence/services/map_state'
import { MAP_VERSION } from '#intelligence/services/map_version'
import { type Page, pageOf } from '#shared/validators/pagination'

export interface MapListEntry {
  projectId: string
  name: string
  /** Null while the project has no map yet. */
  commit: string | null
  madeAt: string | null
  totals: MapTotals | null
  /** Of what was asked for last. */
  status: MapStatus | null
}

interface Row extends Omit<MapListEntry, 'projectId'> {
  projectId: string | null
  total: number
}

const sql = `
  select p.id as "projectId", p.name, m.commit_sha as commit, to_json(m.finished_at) #>> '{}' as "madeAt", m.totals,
    (select l.status from code_maps l where l.project_id = p.id order by l.created_at desc, l.id desc limit 1) as status,
    counted.total
  from (select count(*) as total from projects) counted
  left join (select id, name from projects order by lower(name), id limit $1 offset $2) p on true
  left join lateral (
    select commit_sha, finished_at, totals from code_maps
    where project_id = p.id and status = 'ready' and graph_version = $3
    order by finished_at desc limit 1) m on true
  order by lower(p.name), p.id`

/** The team's projects by name, each with its newest map. */
export async function listMaps(teamId: string, page = 1, perPage = 50): Promise<Page<MapListEntry>> {
  const rows = await teamRows<Row>(teamId, sql, [perPage, (page - 1) * perPage, MAP_VERSION])
  const data = rows.flatMap(({ total: _, projectId, ...row }) => (projectId ? { projectId, ...row } : []))
  return pageOf(data, rows[0]!.total, page, perPage)
}
