import type { StepName, Workflow } from '../server_types.js'
import { STEP_ORDER } from '../step_order.js'

/** The steps from which this workflow can be run again: those before which every step has a result. */
export function startingPoints(workflow: Pick<Workflow, 'steps'>): StepName[] {
  const firstWithout = STEP_ORDER.findIndex(
    (name) => !workflow.steps.some((step) => step.name === name && step.status === 'succeeded')
  )
  return STEP_ORDER.slice(0, firstWithout === -1 ? STEP_ORDER.length : firstWithout + 1)
}

/** Where to start again unless told otherwise: where it went wrong, else at the beginning. */
export function suggestedStart(
  workflow: Pick<Workflow, 'steps' | 'outcome'>,
  wanted: StepName | null
): StepName {
  const possible = startingPoints(workflow)
  if (wanted && possible.includes(wanted)) return wanted
  if (workflow.outcome === 'failed' || workflow.outcome === 'cancelled') return possible.at(-1)!
  return workflow.outcome === 'stuck' && possible.includes('generate') ? 'generate' : 'analyze'
}

export const takenOver = (from: StepName) => STEP_ORDER.slice(0, STEP_ORDER.indexOf(from))
export const runAgain = (from: StepName) => STEP_ORDER.slice(STEP_ORDER.indexOf(from))
