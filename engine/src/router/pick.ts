import type { Setback } from '../../contract/routing.ts'
import type { ModelProvider } from '../providers/provider.ts'
import type { Ask, Candidate, Choice } from './candidate.ts'
import { route } from './route.ts'

/** What the router is told of each model of a call, cheapest first. */
export function candidatesOf({ models, model, health, purse }: ModelProvider): Candidate[] {
  return models.flatMap((ref) => {
    const found = model(ref)
    if (!found) return []
    const { name, provider, payer, region, price, host } = found
    return {
      ref,
      name,
      provider,
      payer,
      region,
      price,
      rests: health.rests(host),
      latencyMs: health.latency(ref),
      leftMicros: purse.left(payer),
    }
  })
}

const usual: Omit<Ask, 'kind'> = {
  difficulty: 'middle',
  inputTokens: 20_000,
  outputTokens: 4_000,
  start: null,
  setbacks: [],
}

/** Picks a model of this call for a piece of work; what is not said is taken as usual. */
export function pickModel(provider: ModelProvider, ask: Pick<Ask, 'kind'> & Partial<Ask>): Choice {
  return route({ ...usual, ...ask }, candidatesOf(provider), provider.routing)
}

/**
 * The model that goes on after a setback; null where the policy or the ladder has none that was not tried.
 */
export function nextUp(
  provider: ModelProvider,
  ask: Pick<Ask, 'kind'> & Partial<Ask>,
  tried: readonly string[]
): Choice | null {
  const choice = pickModel(provider, ask)
  return tried.includes(choice.model) ? null : choice
}

/** So many attempts whose tests were red. */
export const redVerdicts = (attempts: number): Setback[] =>
  Array.from({ length: attempts }, () => 'red_verdict')
