import TeamDeleted from '#accounts/events/team_deleted'
import { forgetTokensOfTeam } from '#accounts/services/api_token_check'
import { TEAM_GRACE_DAYS } from '#accounts/services/grace_period'
import { lockTeam } from '#accounts/services/locked_team'
import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface DeleteTeamInput {
  teamId: string
  /** Typed by the person, so that nobody deletes the wrong team. */
  confirmation: string
  by: AuditActor
}

/** Hides a team from everybody at once. It is really gone after the grace period; until then an owner restores it. */
export default class DeleteTeam {
  async execute(input: DeleteTeamInput): Promise<Result<{ name: string }, 'not_found' | 'not_confirmed'>> {
    const { teamId, by } = input
    const result = await withTeam(teamId, async (trx) => {
      const team = await lockTeam(trx, teamId)
      if (!team) return err('not_found' as const)
      if (input.confirmation.trim() !== team.name) return err('not_confirmed' as const)
      await sql(
        trx,
        `update teams set deleted_at = clock_timestamp(), purge_at = clock_timestamp() + make_interval(days => ?)
         where id = ?`,
        [TEAM_GRACE_DAYS, teamId]
      )
      const subject = { kind: 'team', id: teamId, name: team.name }
      await recordAudit(trx, { teamId, actor: by, action: 'team.deleted', subject })
      await TeamDeleted.dispatch(trx, teamId)
      return ok({ name: team.name })
    })
    if (!result.ok) return result
    forgetTokensOfTeam(teamId)
    return result
  }
}
