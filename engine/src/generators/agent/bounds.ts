import { limits } from './limits.ts'
import type { AgentState } from './state.ts'

/** Why a conversation has to end now; null while it may go on. */
export function outOfBounds(state: AgentState, now = Date.now()): string | null {
  if (state.steps >= limits.steps)
    return `The model has answered ${limits.steps} times without finishing the change.`
  if (now - state.startedAt > limits.milliseconds) {
    return `The change was not finished within ${limits.milliseconds / 60_000} minutes.`
  }
  if (state.fruitless >= limits.fruitless) {
    return `Nothing that the model tried in its last ${limits.fruitless} answers worked.`
  }
  if (Object.values(state.repeats).some((times) => times > limits.repeats)) {
    return `The model made the same call more than ${limits.repeats} times on the same code: it goes round in circles.`
  }
  return null
}

/** Counts a call on this code; says how often it has been made by now. */
export function countRepeat(state: AgentState, key: string): number {
  const times = (state.repeats[key] ?? 0) + 1
  state.repeats[key] = times
  return times
}
