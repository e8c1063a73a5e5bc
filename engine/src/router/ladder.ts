import type { Expected } from './expected.ts'

/** So much dearer, and so much less sure to pass, is still about equal. */
const dearer = 1.15
const lessSure = 0.05
/** Less of a difference nobody would wait for. */
const muchQuicker = 1.5

/**
 * Where to begin on the ladder so that a solved task costs least: every failed try is paid for and
 * followed by the next stronger model. The strongest wins where no price is known at all.
 */
export function bestStart(ladder: readonly Expected[]): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let start = 0; start < ladder.length; start += 1) {
    let reached = 1
    let cost = 0
    for (const { solves, costMicros } of ladder.slice(start)) {
      cost += reached * (costMicros ?? 0)
      reached *= 1 - solves
    }
    const perSolved = cost / (1 - reached)
    // Cheaper by less than this is no reason to begin with a weaker model.
    if (perSolved < least * 0.98) {
      least = perSolved
      best = start
    }
  }
  return best
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
