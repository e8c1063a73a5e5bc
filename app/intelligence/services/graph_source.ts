import type { Analysis } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { type MapRef, setPhase } from '#intelligence/services/map_state'
import { MAP_VERSION } from '#intelligence/services/map_version'
import { buildSnapshot } from '#projects/git/snapshot'
import { ensureSnapshot, streamEngine } from '#shared/engine/engine_client'
import { latestJson } from '#workflows/services/artifacts'

export interface GraphInput {
  workflowId: string | null
  commit: string
  mirrorDir: string
  signal: AbortSignal
}

/** The code graph of a commit: a workflow's own, where it has one, else read by the engine. Throws `EngineError`, `GitError`. */
export async function graphOf(ref: MapRef, input: GraphInput): Promise<Analysis> {
  return (await ofWorkflow(ref, input.workflowId)) ?? readByEngine(ref, input)
}

async function ofWorkflow({ teamId }: MapRef, workflowId: string | null) {
  if (!workflowId) return null
  const kept = await withTeam(teamId, (trx) => latestJson<Analysis>(trx, workflowId, 'analysis'))
  return kept?.graph.version === MAP_VERSION ? kept : null
}

async function readByEngine(ref: MapRef, { commit, mirrorDir, signal }: GraphInput) {
  await setPhase(ref, 'Packing the files')
  const built = await buildSnapshot({ mirrorDir, commit, signal })
  await setPhase(ref, `Reading ${built.files.toLocaleString('en')} files`)
  const call = { team: ref.teamId, workflow: null, signal }
  await ensureSnapshot(built.id, built.file, call)
  const end = await streamEngine('/v1/analyze', { snapshot: built.id }, call, async (event) => {
    if (event.type === 'progress') await setPhase(ref, event.message)
  })
  if (end.type !== 'analysis') throw new Error(`the engine answered ${end.type} to an analysis`)
  return end.analysis
}
