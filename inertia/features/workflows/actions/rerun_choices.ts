import type { StepName, Workflow } from '../server_types.js'
import { STEP_ORDER } from '../step_order.js'

/** A run has a branch of its own, so it has a pipeline of its own, too. */
const CHOICES: readonly StepName[] = STEP_ORDER.filter((name) => name !== 'pipeline')

/** The steps from which this workflow can be run again: those before which every step has a result. */
export function startingPoints(workflow: Pick<Workflow, 'steps'>): StepName[] {
  const firstWithout = CHOICES.findIndex(
    (name) => !workflow.steps.some((step) => step.name === name && step.status === 'succeeded')
  )
  return CHOICES.slice(0, firstWithout === -1 ? CHOICES.length : firstWithout + 1)
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

export const takenOver = (from: StepName) => CHOICES.slice(0, CHOICES.indexOf(from))
export const runAgain = (from: StepName) => CHOICES.slice(CHOICES.indexOf(from))
