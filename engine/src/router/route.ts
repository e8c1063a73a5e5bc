import type { DataPolicy, Routing, RoutingPolicy, Setback } from '../../contract/routing.ts'
import { mostAt } from '../prices/prices.ts'
import type { Ask, Candidate, Choice } from './candidate.ts'
import { type Expected, expectations } from './expected.ts'
import { bestStart, quicker } from './ladder.ts'
import { type Position, reasonOf } from './reasons.ts'

/**
 * Picks one of the candidates (cheapest first, at least one). Pure: equal questions have equal answers.
 * The ladder is begun where a solved task should cost least (by the much quicker one of two that are about
 * equal), climbed after setbacks as the policy says, and left for a neighbour where a provider rests, a
 * request would not fit, or money does not reach.
 */
export function route(ask: Ask, candidates: readonly Candidate[], routing: Routing): Choice {
  const fitting = candidates.filter(({ price }) => price.length === 0 || fits(price, ask))
  const usual = fitting.length > 0 ? fitting : candidates
  const fixed = usual.find(({ ref }) => ref === routing.policy.fixed[ask.kind])
  if (fixed && !fixed.rests)
    return { model: fixed.ref, reason: `Using ${fixed.name}, which the policy sets for ${ask.kind}.` }
  const ladder = expectations(ask, usual, routing.history)
  const position = positionOf(ask, ladder, routing.policy)
  return usable(ask, ladder, position.index, reasonOf(ask, ladder, position))
}

/** Whether the code may be sent to a model at all. */
export function isAllowed(
  { provider, region }: Pick<Candidate, 'provider' | 'region'>,
  { providers, regions, localOnly }: DataPolicy
): boolean {
  if (localOnly && region !== 'local') return false
  return (providers?.includes(provider) ?? true) && (regions?.includes(region) ?? true)
}

function fits(price: Candidate['price'], { inputTokens }: Ask): boolean {
  return price.some(({ maxInputTokens }) => inputTokens <= maxInputTokens)
}

const setbackNames: Record<Setback, keyof RoutingPolicy['escalateOn']> = {
  red_verdict: 'redVerdict',
  malformed_edits: 'malformedEdits',
  refusal: 'refusal',
}

function positionOf(
  ask: Ask,
  ladder: readonly Expected[],
  { escalateOn, maxEscalations }: RoutingPolicy
): Position {
  const named = ladder.findIndex(({ candidate }) => candidate.ref === ask.start)
  const cheapest = bestStart(ladder)
  const base = named >= 0 ? named : quicker(ladder, cheapest)
  const after = (setbacks: readonly Setback[]) => {
    const counted = setbacks.filter((setback) => escalateOn[setbackNames[setback]]).length
    return Math.min(base + Math.min(counted, maxEscalations), ladder.length - 1)
  }
  return {
    index: after(ask.setbacks),
    before: after(ask.setbacks.slice(0, -1)),
    planned: named >= 0,
    passedOver: named < 0 && base !== cheapest ? cheapest : null,
  }
}

/** The wanted place, or the nearest that answers and is affordable: stronger ones first, then weaker. */
function usable(ask: Ask, ladder: readonly Expected[], wanted: number, reason: string): Choice {
  const order = [...ladder.slice(wanted), ...ladder.slice(0, wanted).reverse()]
  const first = order[0]!.candidate
  if (!first.rests && isAffordable(ask, first)) return { model: first.ref, reason }
  const other = order.find(({ candidate }) => !candidate.rests && isAffordable(ask, candidate))?.candidate
  // With nothing better the wanted one is asked: it says itself why not.
  if (!other) return { model: first.ref, reason }
  const why = first.rests
    ? `the provider of ${first.name} fails at the moment`
    : `${first.name} costs more than is left to spend`
  return { model: other.ref, reason: `Using ${other.name} because ${why}.` }
}

function isAffordable({ inputTokens, outputTokens }: Ask, { price, leftMicros }: Candidate): boolean {
  if (leftMicros === null) return true
  const cost = mostAt(price, inputTokens, outputTokens)
  return cost !== null && cost <= leftMicros
}
