import { nextSteps } from '#workflows/services/next_steps'
import { claimStep, type StepLease } from '#workflows/services/step_lease'

/** Other workers may have been told the same steps: so many are looked at before giving up. */
const LOOKED_AT = 5
/** Every so manieth pick goes to whoever waits, paying or not: the last in the row must not wait for ever. */
const OPEN_TO_ALL = 10

let picks = 0

/**
 * Takes the step that is next; null when there is none that may be run now.
 *
 * @param newcomersOnly leaves out teams that have something running
 */
export async function claimNext({ newcomersOnly = false } = {}): Promise<StepLease | null> {
  picks = (picks + 1) % OPEN_TO_ALL
  const steps = await nextSteps({ most: LOOKED_AT, anyPriority: picks === 0, newcomersOnly })
  for (const { team_id: teamId, workflow_id: workflowId, step_id: stepId } of steps) {
    const lease = await claimStep({ teamId, workflowId, stepId })
    if (lease) return lease
  }
  return null
}
