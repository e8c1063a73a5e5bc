import type { Refusal } from '@agentops/engine/contract'
import type { Settlement } from '#workflows/actions/settle_step'
import type { StepContext } from '#workflows/steps/step_context'

/** A task that will not be done is a result, not an error: it says why, and what a person can change. */
export function refused({ log }: Pick<StepContext, 'log'>, refusal: Refusal): Settlement {
  const reason = `${refusal.message} ${refusal.remedy}`
  log.say(reason)
  return { decision: { kind: 'finish', outcome: 'refused', reason, stepStatus: 'succeeded' } }
}
