import type { Actor } from '#accounts/services/actor'
import type { WorkflowDetails } from '#workflows/queries/show_workflow'

/** What this person may do with this workflow as it stands; pages show exactly these buttons. */
export function workflowRights(
  actor: Actor,
  workflow: Pick<WorkflowDetails, 'status' | 'cancelRequestedAt'>
) {
  const run = actor.can('workflows.run')
  const finished = workflow.status === 'finished'
  return {
    cancel: run && !finished && !workflow.cancelRequestedAt,
    approve: actor.can('workflows.approve') && workflow.status === 'waiting',
    /** Once a change of it has left. */
    rework: actor.can('workflows.approve'),
    rerun: run && finished,
    steer: run && !finished,
  }
}
