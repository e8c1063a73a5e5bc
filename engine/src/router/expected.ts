import type { Difficulty, TaskKind } from '../../contract/models.ts'
import type { ModelHistory } from '../../contract/routing.ts'
import { mostAt } from '../prices/prices.ts'
import type { Ask, Candidate } from './candidate.ts'
import { latencyOf } from './speed.ts'

/** Chance of the weakest and of the strongest model to do a task of this difficulty, before anything was seen. */
const priors: Record<Difficulty, readonly [number, number]> = {
  easy: [0.75, 0.95],
  middle: [0.5, 0.85],
  hard: [0.2, 0.65],
}
/** How many runs the prior weighs. */
const priorRuns = 4

export interface Expected {
  candidate: Candidate
  /** Chance that its work passes. */
  solves: number
  /** Cost of one try in micro-dollars; null where no price is known. */
  costMicros: number | null
  /** Of one answer; null before any was measured. */
  latencyMs: number | null
  runs: number
}

/** What each candidate, cheapest first, is expected to do; what the team has seen outweighs the prior in time. */
export function expectations(
  ask: Ask,
  candidates: readonly Candidate[],
  history: readonly ModelHistory[]
): Expected[] {
  const [weakest, strongest] = priors[ask.difficulty]
  return candidates.map((candidate, index) => {
    const rank = candidates.length === 1 ? 1 : index / (candidates.length - 1)
    const prior = weakest + rank * (strongest - weakest)
    const seen = seenOf(candidate.ref, ask.kind, history)
    return {
      candidate,
      solves: (seen.verified + prior * priorRuns) / (seen.runs + priorRuns),
      costMicros: seen.costMicros ?? mostAt(candidate.price, ask.inputTokens, ask.outputTokens),
      latencyMs: latencyOf(candidate, seen),
      runs: seen.runs,
    }
  })
}

function seenOf(ref: string, kind: TaskKind, history: readonly ModelHistory[]) {
  const none = { runs: 0, verified: 0, costMicros: null, latencyMs: null, slowMs: null }
  return history.find((row) => row.model === ref && row.kind === kind) ?? none
}
