import { teamRows } from '#accounts/services/team_rows'
import { withTeam } from '#accounts/services/tenancy'
import { findArchitecture } from '#intelligence/services/architecture_rules'
import { readChurn } from '#intelligence/services/churn'
import { graphOf } from '#intelligence/services/graph_source'
import type { MapCause } from '#intelligence/services/map_cause'
import {
  announceMap,
  failMap,
  MapNotWanted,
  type MapRef,
  setPhase,
  watchCancellation,
} from '#intelligence/services/map_state'
import { MAP_VERSION } from '#intelligence/services/map_version'
import { fetchSource, projectSource } from '#intelligence/services/project_source'
import { pruneMaps } from '#intelligence/services/prune_maps'
import { type FinishedMap, storeMap } from '#intelligence/services/store_map'
import { GitError } from '#projects/git/errors'
import { EngineError } from '#shared/engine/engine_error'
import NotFoundException from '#shared/exceptions/not_found_exception'

export interface MapRepositoryInput {
  teamId: string
  mapId: string
  /** Nobody tries again after this one, so what fails is told on the map. */
  lastTry: boolean
  signal: AbortSignal
}

interface Claimed {
  project_id: string
  workflow_id: string | null
  cause: MapCause
}

const claim = `
  update code_maps set status = 'running', started_at = now(), phase = 'Starting'
  where id = $1 and status in ('queued', 'running') returning project_id, workflow_id, cause`

/** Makes the map that was asked for: reads the repository, has the engine read the code, keeps what it says. */
export default class MapRepository {
  async execute({ teamId, mapId, lastTry, signal }: MapRepositoryInput) {
    const [row] = await teamRows<Claimed>(teamId, claim, [mapId])
    if (!row) return
    const ref: MapRef = { teamId, mapId, projectId: row.project_id }
    const watch = watchCancellation(ref, signal)
    try {
      await this.#make(ref, row, watch.signal)
    } catch (error) {
      if (signal.aborted) throw error
      if (error instanceof MapNotWanted || watch.signal.aborted) return
      const why = sentenceOf(error)
      if (why === null && !lastTry) throw error
      await failMap(ref, why ?? `The map could not be made: ${(error as Error).message}`)
    } finally {
      watch.end()
    }
  }

  async #make(ref: MapRef, { workflow_id: workflowId, cause }: Claimed, signal: AbortSignal) {
    await setPhase(ref, 'Fetching the repository')
    const source = await projectSource(ref.teamId, ref.projectId)
    const pinned = await baseCommitOf(ref.teamId, workflowId)
    const { commit, branch } = await fetchSource(source, pinned ?? undefined, signal)
    // Who asks for it by hand wants it read again, perhaps by a newer version of the engine.
    if (cause !== 'refresh' && (await this.#isKnown(ref, commit))) return
    const graph = await graphOf(ref, { workflowId, commit, mirrorDir: source.mirrorDir, signal })
    await setPhase(ref, 'Reading the history')
    const rules = await findArchitecture(source.mirrorDir, commit)
    // A map without history is a map; a host that serves none should not keep people from it.
    const churn = await readChurn(source, commit, signal).catch((error) => {
      if (error instanceof GitError && error.code !== 'cancelled') return null
      throw error
    })
    await setPhase(ref, 'Keeping the map')
    await this.#finish(ref, { commit, branch, ...graph, rules, churn })
  }

  async #finish(ref: MapRef, map: FinishedMap) {
    await withTeam(ref.teamId, (trx) => storeMap(trx, ref, map))
    announceMap(ref.projectId, 'ready', null)
    await pruneMaps(ref)
  }

  /** A commit is mapped once: asking again finds that nothing has changed. */
  async #isKnown({ teamId, projectId, mapId }: MapRef, commit: string) {
    const known = await teamRows(
      teamId,
      `update code_maps set checked_at = now() where project_id = $1 and commit_sha = $2
         and graph_version = $3 and status = 'ready' returning id`,
      [projectId, commit, MAP_VERSION]
    )
    if (known.length === 0) return false
    await teamRows(teamId, 'delete from code_maps where id = $1', [mapId])
    announceMap(projectId, 'ready', null)
    return true
  }
}

async function baseCommitOf(teamId: string, workflowId: string | null) {
  if (!workflowId) return null
  const [row] = await teamRows<{ base_commit: string | null }>(
    teamId,
    'select base_commit from workflows where id = $1',
    [workflowId]
  )
  return row?.base_commit ?? null
}

/** What a person can read and trying again will not mend; null for the rest. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof GitError) return error.message
  if (error instanceof NotFoundException) return 'The project is not there any more.'
  if (error instanceof EngineError && !error.retryable && error.code !== 'snapshot_missing')
    return error.message
  return null
}
