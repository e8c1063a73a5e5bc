import { type NodeRef, refOf } from '#intelligence/queries/node_ref'
import type { ArchitectureRules } from '#intelligence/services/architecture_rules'
import type { OpenMap } from '#intelligence/services/open_map'

export interface RulesAnswer {
  /** The layers that the repository names, with how many files each has; empty when it names none. */
  layers: { name: string; files: number; mayUse: string[] | null; line: number }[]
  problems: ArchitectureRules['problems']
  violations: { from: NodeRef; to: NodeRef; line: number; rule: string; ruleLine: number }[]
  violationsTotal: number
  cycles: { way: NodeRef[]; members: number }[]
  cyclesTotal: number
  cyclesForbidden: boolean
}

const MOST_VIOLATIONS = 200
const MOST_CYCLES = 50

/** What `.agentops.yml` asks of the architecture and what breaks it, and files that import each other in rings. */
export function showRules(map: OpenMap): RulesAnswer {
  const { rules, problems } = map.facts.rules
  const layers = (rules?.layers ?? []).map(({ name, mayUse, line }) => ({
    name,
    mayUse,
    line,
    files: map.layers.filter((layer) => layer === name).length,
  }))
  return {
    layers,
    problems,
    violations: map.violations
      .slice(0, MOST_VIOLATIONS)
      .map(({ from, to, ...rest }) => ({ ...rest, from: refOf(map, from), to: refOf(map, to) })),
    violationsTotal: map.violations.length,
    cycles: map.cycles
      .slice(0, MOST_CYCLES)
      .map(({ way, members }) => ({ way: way.map((node) => refOf(map, node)), members: members.length })),
    cyclesTotal: map.cycles.length,
    cyclesForbidden: rules?.cycles === 'forbid',
  }
}
