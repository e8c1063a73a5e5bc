import { EmptyState } from '~/components/empty_state'
import type { StepName, Workflow } from '../server_types'
import { lookOf } from '../status'
import { STEPS } from '../steps'

interface MissingProps {
  workflow: Workflow
  /** The step that makes it. */
  step: StepName
  /** With its article: "a diff". */
  what: string
}

/** In the place of what is not there yet, or never came. */
export function Missing({ workflow, step, what }: MissingProps) {
  const over = workflow.status === 'finished'
  const { label, icon } = STEPS[step]
  return (
    <EmptyState icon={icon} title={over ? `There is no ${what}` : `No ${what} yet`}>
      {over
        ? `The workflow ended as “${lookOf(workflow.status, workflow.outcome).label.toLowerCase()}” before the step ${label} had made one.`
        : `It appears here when the step ${label} is done.`}
    </EmptyState>
  )
}
