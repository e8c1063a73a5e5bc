import type TeamDeleted from '#accounts/events/team_deleted'
import { enqueue } from '#shared/jobs/job'
import { cancelWorkflows } from '#workflows/jobs/cancel_workflows'

export default class CancelWorkflowsOfDeletedTeam {
  async handle({ trx, teamId }: TeamDeleted) {
    await enqueue(trx, cancelWorkflows, { teamId, payload: {}, key: teamId })
  }
}
