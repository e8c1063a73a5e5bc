import type TeamDeleted from '#accounts/events/team_deleted'
import { cancelForDeletedTeam } from '#billing/jobs/cancel_for_deleted_team'
import { enqueue } from '#shared/jobs/job'

export default class CancelPlanOfDeletedTeam {
  async handle({ trx, teamId }: TeamDeleted) {
    await enqueue(trx, cancelForDeletedTeam, { teamId, payload: { teamId } })
  }
}
