import { can } from '#accounts/permissions'
import { roleIn } from '#accounts/services/locked_team'
import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface RestoreTeamInput {
  teamId: string
  userId: string
  by: AuditActor
}

/** Brings a deleted team back as it was; only who might have deleted it may. */
export default class RestoreTeam {
  async execute({ teamId, userId, by }: RestoreTeamInput): Promise<Result<{ name: string }, 'not_found'>> {
    return withTeam(teamId, async (trx) => {
      const role = await roleIn(trx, userId)
      if (!role || !can(role, 'team.delete')) return err('not_found' as const)
      const { rows } = await sql<{ name: string }>(
        trx,
        `update teams set deleted_at = null, purge_at = null
         where id = ? and purge_at > clock_timestamp() returning name`,
        [teamId]
      )
      if (!rows[0]) return err('not_found' as const)
      const subject = { kind: 'team', id: teamId, name: rows[0].name }
      await recordAudit(trx, { teamId, actor: by, action: 'team.restored', subject })
      return ok(rows[0])
    })
  }
}
