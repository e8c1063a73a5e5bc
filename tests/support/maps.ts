import { emptyDraft, type PackedGraph, packGraph } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import type { ArchitectureRules } from '#intelligence/services/architecture_rules'
import type { Churn } from '#intelligence/services/churn'
import { storeMap } from '#intelligence/services/store_map'
import type { Architecture } from '#projects/config/architecture'

export const noRules: ArchitectureRules = { rules: null, problems: [] }
export const rulesOf = (rules: Partial<Architecture>): ArchitectureRules => ({
  rules: { layers: [], forbid: [], cycles: 'allow', ...rules },
  problems: [],
})

interface SmallFile {
  /** Names of functions; each is on a line of its own. */
  symbols?: string[]
  /** Paths. */
  imports?: string[]
  isTest?: boolean
  unresolved?: string[]
}

/** A graph as the engine would send it, of files that are told in a few words. Calls: `path#name` to `path#name`. */
export function aGraph(files: Record<string, SmallFile>, calls: [string, string][] = []): PackedGraph {
  const draft = emptyDraft()
  const paths = Object.keys(files).sort()
  const nodes = new Map(paths.map((path, index) => [path, index]))
  for (const [number, path] of paths.entries()) {
    const { symbols = [], imports = [], isTest = false, unresolved = [] } = files[path]!
    draft.files.push({
      path,
      language: 'TypeScript',
      lines: symbols.length * 2 + 1,
      isTest,
      hash: path,
      role: isTest ? 'test' : null,
      skipped: null,
      resolved: 0,
      external: 0,
      unresolved: unresolved.length,
    })
    for (const target of imports)
      draft.imports.push({
        file: number,
        specifier: target,
        to: nodes.get(target) ?? -2,
        line: 1,
        form: 'static',
      })
    for (const [index, name] of symbols.entries()) {
      nodes.set(`${path}#${name}`, paths.length + draft.entities.length)
      draft.entities.push({
        file: number,
        kind: 'function',
        name,
        owner: -1,
        line: index * 2 + 1,
        endLine: index * 2 + 2,
        signature: `function ${name}()`,
        doc: '',
        exported: true,
        role: null,
      })
    }
    for (const name of unresolved) draft.unresolved.push({ from: number, name, line: 1 })
  }
  for (const [from, to] of calls)
    draft.edges.push({
      from: nodes.get(from)!,
      to: nodes.get(to)!,
      kind: 'calls',
      provenance: 'resolver',
      confidence: 100,
      line: 2,
    })
  return packGraph(draft)
}

/** A repository of that many files in folders of fifty, each importing a few others and with five functions. */
export function aLargeGraph(count: number): PackedGraph {
  const path = (index: number) => {
    const folder = Math.floor(index / 50)
    return `src/area${folder % 20}/part${Math.floor(folder / 20)}/file${index}.ts`
  }
  const files: Record<string, SmallFile> = {}
  const calls: [string, string][] = []
  for (let index = 0; index < count; index++) {
    const targets = [1, 7, 53, 977]
      .map((step) => (index * 3 + step) % count)
      .filter((other) => other !== index)
    files[path(index)] = {
      symbols: ['a', 'b', 'c', 'd', 'e'].map((letter) => `${letter}${index}`),
      imports: targets.map(path),
    }
    for (const target of targets) calls.push([`${path(index)}#a${index}`, `${path(target)}#b${target}`])
  }
  return aGraph(files, calls)
}

interface MapInput {
  graph: PackedGraph
  commit?: string
  rules?: ArchitectureRules
  churn?: Churn | null
}

/** Gives a project a ready map in the place of the one that waits to be made. */
export async function aMap(
  teamId: string,
  projectId: string,
  { graph, commit = 'c'.repeat(40), rules = noRules, churn = null }: MapInput
): Promise<string> {
  return withTeam(teamId, async (trx) => {
    await trx.from('code_maps').where({ project_id: projectId, status: 'queued' }).delete()
    const [row] = await trx
      .table('code_maps')
      .insert({ team_id: teamId, project_id: projectId, cause: 'refresh', status: 'running' })
      .returning('id')
    const mapId: string = row.id
    const stack = { languages: [], frameworks: [], packageManager: null, test: null, install: null }
    await storeMap(trx, { teamId, projectId, mapId }, { graph, stack, commit, branch: 'main', rules, churn })
    return mapId
  })
}
