import { withTeam } from '#accounts/services/tenancy'
import { type Job, PermanentJobFailure } from '#shared/jobs/job'
import CancelWorkflow from '#workflows/actions/cancel_workflow'

/** Ends all that a team has running. */
export const cancelWorkflows: Job<Record<string, never>> = {
  name: 'workflows.cancel_all',
  async run(_, { teamId, signal }) {
    if (!teamId) throw new PermanentJobFailure('workflows belong to a team')
    const rows: { id: string }[] = await withTeam(teamId, (trx) =>
      trx.from('workflows').whereNot('status', 'finished').select('id')
    )
    for (const { id } of rows) {
      signal.throwIfAborted()
      await new CancelWorkflow().execute({ teamId, workflowId: id })
    }
  },
}
