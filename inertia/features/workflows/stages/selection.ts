import type { StepName, Workflow, WorkflowStep } from '../server_types.js'
import { STEP_ORDER } from '../step_order.js'

const REPEATED: readonly StepName[] = ['generate', 'test']

/** All attempts in the order in which they run: a repair generates and tests again before anything is published. */
export function inRunningOrder(steps: readonly WorkflowStep[]): WorkflowStep[] {
  const round = (step: WorkflowStep) => (REPEATED.includes(step.name) ? step.attempt : 1)
  const stage = (step: WorkflowStep) => {
    const place = STEP_ORDER.indexOf(step.name)
    if (REPEATED.includes(step.name)) return 10 + round(step) * 10 + place
    return place < STEP_ORDER.indexOf('generate') ? place : 10_000 + place
  }
  return [...steps].sort((a, b) => stage(a) - stage(b) || a.attempt - b.attempt)
}

/** The attempts of each step, in the order of the steps. */
export function stagesOf(steps: readonly WorkflowStep[]): { name: StepName; attempts: WorkflowStep[] }[] {
  return STEP_ORDER.map((name) => ({
    name,
    attempts: steps.filter((step) => step.name === name).sort((a, b) => a.attempt - b.attempt),
  })).filter(({ attempts }) => attempts.length > 0)
}

/** The step that a person would look at: what goes on; of a finished change its tests; else where it ended, or will begin. */
export function stepOfInterest({ steps, outcome }: Pick<Workflow, 'steps' | 'outcome'>): WorkflowStep | null {
  const ordered = inRunningOrder(steps)
  const proved = outcome === 'verified' || outcome === 'unverified'
  return (
    (proved ? ordered.findLast((step) => step.name === 'test' && !step.reused) : undefined) ??
    ordered.findLast((step) => step.status === 'running' || step.status === 'waiting') ??
    ordered.findLast((step) => step.status === 'queued') ??
    ordered.findLast((step) => step.startedAt !== null) ??
    ordered.find((step) => !step.reused) ??
    ordered[0] ??
    null
  )
}

/** The step that the address names (its latest attempt where it names none), else the one of interest. */
export function selectedStep(
  workflow: Pick<Workflow, 'steps' | 'outcome'>,
  address: { step: StepName | null; attempt: number | null }
): WorkflowStep | null {
  const attempts = inRunningOrder(workflow.steps).filter((step) => step.name === address.step)
  return (
    attempts.find((step) => step.attempt === address.attempt) ?? attempts.at(-1) ?? stepOfInterest(workflow)
  )
}
