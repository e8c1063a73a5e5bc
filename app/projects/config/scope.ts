import type { AgentopsConfig, ConfigLimits } from './agentops_yml.js'
import { matchesPattern } from './path_pattern.js'

/** Whether a repository path is meant: included when nothing or a matching pattern is listed, and not excluded. */
export function isInScope(paths: AgentopsConfig['paths'], path: string): boolean {
  const matches = (pattern: string) => matchesPattern(pattern, path)
  const included = paths.include.length === 0 || paths.include.some(matches)
  return included && !paths.exclude.some(matches)
}

/** The limits of a run: a repository can lower what its plan allows, never raise it. */
export function lowerLimits<T extends Required<ConfigLimits>>(ceiling: T, wanted: ConfigLimits): T {
  const lowered = Object.entries(wanted).map(([key, value]) => [
    key,
    Math.min(value, ceiling[key as keyof ConfigLimits]),
  ])
  return { ...ceiling, ...Object.fromEntries(lowered) }
}
