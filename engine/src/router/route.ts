import type { DataPolicy, Routing, RoutingPolicy } from '../../contract/routing.ts'
import { mostAt } from '../prices/prices.ts'
import type { Ask, Candidate, Choice, Setback } from './candidate.ts'
import { bestStart, type Expected, expectations } from './expected.ts'

/**
 * Picks one of the candidates (cheapest first, at least one). Pure: equal questions have equal answers.
 * The ladder is begun where a solved task should cost least, climbed after setbacks as the policy says,
 * and left for a neighbour where a provider rests, a request would not fit, or money does not reach.
 */
export function route(ask: Ask, candidates: readonly Candidate[], routing: Routing): Choice {
  const fitting = candidates.filter(({ price }) => price.length === 0 || fits(price, ask))
  const usual = fitting.length > 0 ? fitting : candidates
  const fixed = usual.find(({ ref }) => ref === routing.policy.fixed[ask.kind])
  if (fixed && !fixed.rests)
    return { model: fixed.ref, reason: `Using ${fixed.name}, which the policy sets for ${ask.kind}.` }
  const ladder = expectations(ask, usual, routing.history)
  const { index, why } = position(ask, ladder, routing.policy)
  return usable(ask, ladder, index, why)
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

function position(ask: Ask, ladder: readonly Expected[], { escalateOn, maxEscalations }: RoutingPolicy) {
  const named = ladder.findIndex(({ candidate }) => candidate.ref === ask.start)
  const base = named >= 0 ? named : bestStart(ladder)
  const counted = ask.setbacks.filter((setback) => escalateOn[setbackNames[setback]]).length
  const climbed = Math.min(counted, maxEscalations)
  const index = Math.min(base + climbed, ladder.length - 1)
  return { index, why: reasonOf(ask, ladder, base, index, named >= 0) }
}

const setbackWords: Record<Setback, string> = {
  red_verdict: 'did not pass the tests',
  malformed_edits: 'gave edits that could not be used',
  refusal: 'was declined',
}

function reasonOf(
  ask: Ask,
  ladder: readonly Expected[],
  base: number,
  index: number,
  planned: boolean
): string {
  const { candidate, solves, runs } = ladder[index]!
  const setback = ask.setbacks.at(-1)
  if (setback) {
    const before = Math.min(base + ask.setbacks.length - 1, ladder.length - 1)
    const verb =
      index > before || (index > base && ask.setbacks.length === 1) ? 'Moving up to' : 'Staying with'
    return `${verb} ${candidate.name} because attempt ${ask.setbacks.length} ${setbackWords[setback]}.`
  }
  if (ladder.length === 1) return `Using ${candidate.name}, the only model there is for this.`
  if (planned) return `Using ${candidate.name}, as planned.`
  const basis =
    runs > 0
      ? `${Math.round(solves * 100)} % expected to pass after ${runs} such ${runs === 1 ? 'task' : 'tasks'} of your team`
      : `no task of your team was seen with it yet`
  const place = index === 0 ? 'the cheapest' : `number ${index + 1} of ${ladder.length} from cheap to strong`
  return `Using ${candidate.name}, ${place}, for this ${ask.difficulty} ${ask.kind}: ${basis}.`
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
