import type { ModelHistory } from '../../contract/routing.ts'
import type { Candidate } from './candidate.ts'

/** Share of calls that belong to the slow end. */
const slowShare = 0.05

/**
 * How long an answer takes, in milliseconds: as this process has measured lately and as the team's ledger says,
 * whose slowest twentieth weighs as often as it comes; null where neither knows.
 */
export function latencyOf(
  { latencyMs: lately }: Pick<Candidate, 'latencyMs'>,
  { latencyMs, slowMs }: Pick<ModelHistory, 'latencyMs' | 'slowMs'>
): number | null {
  if (latencyMs === null) return lately
  const recorded = (1 - slowShare) * latencyMs + slowShare * (slowMs ?? latencyMs)
  return Math.round(lately === null ? recorded : (recorded + lately) / 2)
}
