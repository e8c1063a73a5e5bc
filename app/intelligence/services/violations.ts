import type { CodeGraph, Cycle } from '@agentops/engine/contract'
import type { ArchitectureRules } from '#intelligence/services/architecture_rules'
import type { LayeredGraph } from '#intelligence/services/layered_graph'
import type { Architecture } from '#projects/config/architecture'
import { matchesPattern } from '#projects/config/path_pattern'

/** An import that breaks a rule of `.agentops.yml`. */
export interface Violation {
  /** File nodes. */
  from: number
  to: number
  line: number
  rule: string
  /** Line of the rule in `.agentops.yml`. */
  ruleLine: number
}

const matchesAny = (patterns: readonly string[], path: string) =>
  patterns.some((pattern) => matchesPattern(pattern, path))

/** A file belongs to the first layer whose paths match it. */
export function layersOf(graph: CodeGraph, rules: Architecture | null): (string | null)[] {
  const layers = rules?.layers ?? []
  return graph.files.map(({ path }) => layers.find(({ paths }) => matchesAny(paths, path))?.name ?? null)
}

interface RuledGraph extends LayeredGraph {
  facts: { rules: ArchitectureRules }
  cycles: Cycle[]
}

export function findViolations(map: RuledGraph): Violation[] {
  const { graph, facts } = map
  const { rules } = facts.rules
  if (!rules) return []
  const forbidden = rules.forbid.map((rule) => ({
    rule,
    from: graph.files.map(({ path }) => matchesAny(rule.from, path)),
    to: graph.files.map(({ path }) => matchesAny(rule.to, path)),
  }))
  const byName = new Map(rules.layers.map((layer) => [layer.name, layer]))
  const found: Violation[] = []
  for (const { from, to, kind, line } of graph.edges) {
    if (kind !== 'imports') continue
    const [source, target] = [map.layers[from] ?? null, map.layers[to] ?? null]
    const layer = source === null ? undefined : byName.get(source)
    if (layer?.mayUse && target !== null && target !== source && !layer.mayUse.includes(target))
      found.push({ from, to, line, rule: `${source} may not use ${target}`, ruleLine: layer.line })
    for (const { rule, from: sources, to: targets } of forbidden) {
      if (sources[from] && targets[to]) {
        const why = rule.because ?? `${rule.from.join(', ')} may not use ${rule.to.join(', ')}`
        found.push({ from, to, line, rule: why, ruleLine: rule.line })
      }
    }
  }
  return rules.cycles === 'forbid' ? [...found, ...ringViolations(map)] : found
}

function ringViolations({ graph, cycles }: Pick<RuledGraph, 'graph' | 'cycles'>): Violation[] {
  return cycles.map(({ way }) => {
    const [from, to] = [way[0]!, way[1] ?? way[0]!]
    const line = graph.files[from]!.imports.find((each) => each.to === graph.files[to]!.path)?.line ?? 1
    return { from, to, line, rule: `${way.length} files import each other in a ring`, ruleLine: 1 }
  })
}
