import type { PackedGraph, Stack } from '@agentops/engine/contract'
import { teamRows } from '#accounts/services/team_rows'
import type { ArchitectureRules } from '#intelligence/services/architecture_rules'
import type { Churn } from '#intelligence/services/churn'
import { MAP_VERSION } from '#intelligence/services/map_version'
import { type MapFacts, OpenMap } from '#intelligence/services/open_map'
import { open } from '#intelligence/services/stored_map'
import NotFoundException from '#shared/exceptions/not_found_exception'

/** Of the graphs' JSON; in memory a graph takes about six times that. */
const MOST_BYTES = 96 * 2 ** 20
const MOST_MAPS = 12

interface Kept {
  map: Promise<OpenMap>
  bytes: number
}

/** By map id, least recently used first. A map never changes once it is ready. */
const kept = new Map<string, Kept>()

const newest = `
  select id, graph_bytes as bytes, to_json(checked_at) #>> '{}' as "checkedAt" from code_maps
  where project_id = $1 and status = 'ready' and graph_version = $2 order by finished_at desc limit 1`

interface Newest {
  id: string
  bytes: number
  checkedAt: string
}

/**
 * The newest map of a project, opened. Maps are kept in memory; which one is the newest, and whose, the database
 * says each time.
 *
 * @throws NotFoundException when there is none, or the project is not this team's
 */
export async function openMapOf(teamId: string, projectId: string): Promise<OpenMap> {
  const [row] = await teamRows<Newest>(teamId, newest, [projectId, MAP_VERSION])
  if (!row) throw new NotFoundException('map')
  const entry = kept.get(row.id) ?? { map: read(teamId, row.id), bytes: row.bytes }
  kept.delete(row.id)
  kept.set(row.id, entry)
  entry.map.catch(() => kept.delete(row.id))
  makeRoom()
  return entry.map
}

function makeRoom() {
  let bytes = 0
  for (const entry of kept.values()) bytes += entry.bytes
  for (const [id, entry] of kept) {
    if (kept.size === 1 || (kept.size <= MOST_MAPS && bytes <= MOST_BYTES)) return
    kept.delete(id)
    bytes -= entry.bytes
  }
}

interface Row extends Omit<MapFacts, 'rules'> {
  graph: Buffer
  history: Buffer | null
  rules: ArchitectureRules | null
  stack: Stack
}

const whole = `
  select id, project_id as "projectId", commit_sha as commit, branch, cause, stack, rules, graph, history,
    to_json(finished_at) #>> '{}' as "madeAt", to_json(checked_at) #>> '{}' as "checkedAt"
  from code_maps where id = $1`

async function read(teamId: string, mapId: string): Promise<OpenMap> {
  const [row] = await teamRows<Row>(teamId, whole, [mapId])
  if (!row) throw new NotFoundException('map')
  const { graph, history, rules, ...facts } = row
  const [packed, churn] = await Promise.all([open<PackedGraph>(graph), history ? open<Churn>(history) : null])
  return new OpenMap({ ...facts, rules: rules ?? { rules: null, problems: [] } }, packed, churn)
}
