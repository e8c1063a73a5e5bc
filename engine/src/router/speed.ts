import type { ModelHistory } from '../../contract/routing.ts'
import type { Candidate } from './candidate.ts'
import type { Expected } from './expected.ts'

/** Share of calls that belong to the slow end. */
const slowShare = 0.05
/** So much dearer, and so much less sure to pass, is still about equal. */
const dearer = 1.15
const lessSure = 0.05
/** Less of a difference nobody would wait for. */
const muchQuicker = 1.5

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

/** The much quickest of the models that are about as cheap and as sure as the wanted one; else the wanted one. */
export function quicker(ladder: readonly Expected[], wanted: number): number {
  const first = ladder[wanted]!
  const { latencyMs: took, costMicros: cost } = first
  if (took === null || cost === null) return wanted
  const better = ladder.flatMap(({ candidate, solves, costMicros, latencyMs }, index) => {
    const equal = costMicros !== null && costMicros <= cost * dearer && solves >= first.solves - lessSure
    const quick = latencyMs !== null && latencyMs * muchQuicker <= took
    return equal && quick && !candidate.rests ? [{ index, latencyMs }] : []
  })
  return better.sort((a, b) => a.latencyMs - b.latencyMs)[0]?.index ?? wanted
}
