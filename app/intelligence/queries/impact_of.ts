import { type Change, impactOf } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { type NodeRef, refOf } from '#intelligence/queries/node_ref'
import type { OpenMap } from '#intelligence/services/open_map'
import { changesOfPatch } from '#intelligence/services/patch_changes'
import NotFoundException from '#shared/exceptions/not_found_exception'
import { latestArtifact } from '#workflows/services/artifacts'

export interface ImpactAnswer {
  changed: NodeRef[]
  /** Nearest first, at most 200. */
  affected: (NodeRef & { depth: number })[]
  affectedTotal: number
  files: string[]
  tests: { path: string; depth: number; titles: string[] }[]
  routes: NodeRef[]
  resolved: number
  /** References by a changed name that could not be told: each may be one more user. */
  unresolved: number
  /** Paths that the map does not know, such as new files. */
  unknown: string[]
}

const MOST = 200

/** What a change reaches, and the tests that tell whether it still works. */
export function impactOfChanges(map: OpenMap, changes: readonly Change[]): ImpactAnswer {
  const found = impactOf(map.graph, changes)
  return {
    changed: found.changed.slice(0, MOST).map((node) => refOf(map, node)),
    affected: found.affected.slice(0, MOST).map(({ node, depth }) => ({ ...refOf(map, node), depth })),
    affectedTotal: found.affected.length,
    files: found.files.slice(0, MOST),
    tests: found.tests,
    routes: found.routes.map((id) => refOf(map, map.graph.nodes.get(id)!)),
    resolved: found.affected.length,
    unresolved: found.unresolved,
    unknown: found.unknown,
  }
}

/**
 * What a workflow's change touches.
 *
 * @throws NotFoundException when there is no such workflow of this project, or it has changed nothing yet
 */
export async function changesOfWorkflow(
  teamId: string,
  projectId: string,
  workflowId: string
): Promise<Change[]> {
  const patch = await withTeam(teamId, async (trx) => {
    const own = await trx
      .from('workflows')
      .where({ id: workflowId, project_id: projectId })
      .select('id')
      .first()
    return own && latestArtifact(trx, workflowId, 'patch')
  })
  if (!patch) throw new NotFoundException('workflow with a change')
  return changesOfPatch(patch.body.toString('utf8'))
}
