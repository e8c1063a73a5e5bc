import type { Stack } from '@agentops/engine/contract'
import { teamRows } from '#accounts/services/team_rows'
import type { MapStatus } from '#intelligence/services/map_state'
import { MAP_VERSION } from '#intelligence/services/map_version'
import NotFoundException from '#shared/exceptions/not_found_exception'

export interface MapTotals {
  files: number
  skipped: number
  symbols: number
  edges: number
  resolved: number
  external: number
  unresolved: number
  references: { resolved: number; external: number; unresolved: number }
}

export interface MapSummary {
  id: string
  commit: string
  branch: string
  cause: string
  madeAt: string
  checkedAt: string
  totals: MapTotals
  languages: Stack['languages']
  frameworks: Stack['frameworks']
  /** Whether its `.agentops.yml` names layers. */
  hasLayers: boolean
}

/** Of a map that is being made, or of the last one when it came to nothing. */
export interface MapProgress {
  status: Exclude<MapStatus, 'ready'>
  phase: string | null
  error: string | null
  since: string
}

export interface ProjectMap {
  project: { id: string; name: string; defaultBranch: string }
  map: MapSummary | null
  progress: MapProgress | null
}

interface Row {
  id: string
  name: string
  default_branch: string
  map: (Omit<MapSummary, 'languages' | 'frameworks'> & { stack: Stack }) | null
  progress: MapProgress | null
}

const sql = `
  select p.id, p.name, p.default_branch,
    (select json_build_object('id', m.id, 'commit', m.commit_sha, 'branch', m.branch, 'cause', m.cause,
       'madeAt', m.finished_at, 'checkedAt', m.checked_at, 'totals', m.totals, 'stack', m.stack,
       'hasLayers', coalesce(jsonb_array_length(nullif(m.rules #> '{rules,layers}', 'null')), 0) > 0)
     from code_maps m where m.project_id = p.id and m.status = 'ready' and m.graph_version = $2
     order by m.finished_at desc limit 1) as map,
    (select json_build_object('status', m.status, 'phase', m.phase, 'error', m.error,
       'since', coalesce(m.started_at, m.created_at))
     from code_maps m where m.project_id = p.id order by m.created_at desc, m.id desc limit 1) as progress
  from projects p where p.id = $1`

/**
 * Whether a project has a map, of what, and what is being done about it.
 *
 * @throws NotFoundException for an absent project and for another team's alike
 */
export async function showMap(teamId: string, projectId: string): Promise<ProjectMap> {
  const [row] = await teamRows<Row>(teamId, sql, [projectId, MAP_VERSION])
  if (!row) throw new NotFoundException('project')
  const ready = (row.progress?.status as MapStatus | undefined) === 'ready'
  return {
    project: { id: row.id, name: row.name, defaultBranch: row.default_branch },
    map: row.map && summaryOf(row.map),
    progress: ready ? null : row.progress,
  }
}

function summaryOf({ stack, ...map }: NonNullable<Row['map']>): MapSummary {
  return { ...map, languages: stack.languages, frameworks: stack.frameworks }
}
