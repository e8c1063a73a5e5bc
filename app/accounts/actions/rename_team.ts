import { forgetTokensOfTeam } from '#accounts/services/api_token_check'
import { lockTeam } from '#accounts/services/locked_team'
import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'

export interface RenameTeamInput {
  teamId: string
  name: string
  by: AuditActor
}

export default class RenameTeam {
  async execute({ teamId, name, by }: RenameTeamInput): Promise<Result<null, 'not_found'>> {
    const result = await withTeam(teamId, async (trx) => {
      const team = await lockTeam(trx, teamId)
      if (!team) return err('not_found' as const)
      if (team.name === name) return ok(null)
      await trx.from('teams').where('id', teamId).update({ name, updated_at: new Date() })
      await recordAudit(trx, {
        teamId,
        actor: by,
        action: 'team.renamed',
        subject: { kind: 'team', id: teamId, name },
        details: { from: team.name, to: name },
      })
      return ok(null)
    })
    if (result.ok) forgetTokensOfTeam(teamId)
    return result
  }
}
