import type { GraphFile } from '@agentops/engine/contract'
import { teamRows } from '#accounts/services/team_rows'
import { withTeam } from '#accounts/services/tenancy'
import type { OpenMap } from '#intelligence/services/open_map'
import { changesOfPatch } from '#intelligence/services/patch_changes'
import { latestArtifact, latestJson } from '#workflows/services/artifacts'
import type { MeasuredRun } from '#workflows/verification/test_phase'
import type { Verdict } from '#workflows/verification/verdict'

export const overlays = ['none', 'coverage', 'churn', 'edits', 'unresolved'] as const
export type Overlay = (typeof overlays)[number]

/** A file's figure on an overlay, and how strongly it is to be shown, 0 to 1. */
export interface Shade {
  value: number
  of: number | null
  strength: number
}

export type Shades = (files: readonly GraphFile[]) => Shade | null

interface OverlayInput {
  teamId: string
  map: OpenMap
  overlay: Overlay
  workflowId: string | null
}

/** How to shade a group of files; null when the overlay has nothing to say of this project. */
export async function shadesFor({ teamId, map, overlay, workflowId }: OverlayInput): Promise<Shades | null> {
  if (overlay === 'churn') return churnShades(map)
  if (overlay === 'unresolved') return unresolvedShades(map)
  if (overlay === 'coverage') return coverageShades(teamId, map.facts.projectId)
  if (overlay === 'edits' && workflowId) return editShades(teamId, workflowId)
  return null
}

function churnShades({ churn }: OpenMap): Shades | null {
  if (!churn) return null
  const most = Math.max(1, ...Object.values(churn.files).map(({ commits }) => commits))
  return (files) => {
    const value = Math.max(0, ...files.map(({ path }) => churn.files[path]?.commits ?? 0))
    return { value, of: churn.commits, strength: value / most }
  }
}

function unresolvedShades(map: OpenMap): Shades {
  return (files) => {
    let [value, of] = [0, 0]
    for (const file of files) {
      const open = map.unresolvedIn(file)
      value += open
      of += open + file.references.resolved + file.references.external + file.imports.length
    }
    return { value, of, strength: of === 0 ? 0 : Math.min(1, (value / of) * 3) }
  }
}

interface BaseRecord {
  base: MeasuredRun
}

const newestVerified = `
  select w.id from workflows w where w.project_id = $1 and w.verdict_id is not null
  order by w.created_at desc limit 1`

/** Lines as the newest verdict measured them: the base run, and the patched files over it. */
async function coverageShades(teamId: string, projectId: string): Promise<Shades | null> {
  const [workflow] = await teamRows<{ id: string }>(teamId, newestVerified, [projectId])
  if (!workflow) return null
  const { base, verdict } = await withTeam(teamId, async (trx) => ({
    base: await latestJson<BaseRecord>(trx, workflow.id, 'base_run'),
    verdict: await latestJson<Verdict>(trx, workflow.id, 'verdict'),
  }))
  const lines = new Map<string, { covered: number; total: number }>()
  for (const { path, covered, executable } of base?.base.coverage ?? [])
    lines.set(path, { covered: covered.length, total: executable.length })
  for (const { path, after } of verdict?.coverage?.changes ?? []) if (after) lines.set(path, after)
  if (lines.size === 0) return null
  return (files) => {
    const measured = files.flatMap(({ path }) => lines.get(path) ?? [])
    if (measured.length === 0) return null
    const value = measured.reduce((sum, { covered }) => sum + covered, 0)
    const of = measured.reduce((sum, { total }) => sum + total, 0)
    return { value, of, strength: of === 0 ? 1 : value / of }
  }
}

async function editShades(teamId: string, workflowId: string): Promise<Shades | null> {
  const patch = await withTeam(teamId, (trx) => latestArtifact(trx, workflowId, 'patch'))
  if (!patch) return null
  const changed = new Set(changesOfPatch(patch.body.toString('utf8')).map(({ path }) => path))
  return (files) => {
    const value = files.filter(({ path }) => changed.has(path)).length
    return { value, of: changed.size, strength: value > 0 ? 1 : 0 }
  }
}
