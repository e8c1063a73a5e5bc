import type { Setback } from '../../../contract/routing.ts'
import type { Emit, Failure, Refused } from '../../emit.ts'
import type { ModelProvider } from '../../providers/provider.ts'
import type { Ask } from '../../router/candidate.ts'
import { nextUp, pickModel } from '../../router/pick.ts'
import type { Replayed } from '../departure.ts'

type Outcome<T> = { type: 'result'; value: T } | Failure | Refused

interface Climb {
  provider: ModelProvider
  ask: Pick<Ask, 'kind'> & Partial<Ask>
  replayed: Replayed
  emit: Emit
}

/** How one model does it, with what a record holds of its answers. */
type Try<T> = (model: string, replayed: Replayed, emit: Emit) => Promise<Outcome<T>>

/**
 * Lets one model after the other try, as the policy says, while they decline or give what can not be used. What
 * comes back is the last one's, with everything that went wrong on the way.
 */
export async function upwards<T>(
  { provider, ask, replayed, emit }: Climb,
  attempt: Try<T>
): Promise<{ outcome: Outcome<T>; setbacks: Setback[] }> {
  const setbacks: Setback[] = [...(ask.setbacks ?? [])]
  const tried: string[] = []
  const { recorded } = replayed
  let { departures } = replayed
  let used = 0
  const counting: Emit = (event) => {
    if (event.type === 'exchange' && event.exchange.kind === 'model' && event.exchange.replayed) used += 1
    emit(event)
  }
  let choice = pickModel(provider, ask)
  for (;;) {
    const { model, reason } = choice
    emit({ type: 'progress', message: reason })
    // The same question comes up for each model: what a record has answered once it does not answer again.
    const outcome = await attempt(model, { recorded: recorded.slice(used), departures }, counting)
    const setback = setbackOf(outcome)
    if (!setback) return { outcome, setbacks }
    tried.push(model)
    setbacks.push(setback)
    const next = nextUp(provider, { ...ask, setbacks }, tried)
    if (!next) return { outcome, setbacks }
    choice = next
    departures = departures.map((departure) => ({ ...departure, model: null }))
  }
}

/** What an end says of the model that it came from; null where a stronger one would do no better. */
export function setbackOf(end: { type: string } | Failure | Refused): Setback | null {
  if ('refusal' in end) return end.refusal.code === 'model_declined' ? 'refusal' : null
  return 'code' in end && end.code === 'malformed_edits' ? 'malformed_edits' : null
}
