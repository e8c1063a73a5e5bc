import type { Actor } from '#accounts/services/actor'
import { forgetTokensOfTeam } from '#accounts/services/api_token_check'
import { lockTeam } from '#accounts/services/locked_team'
import { hasSecondFactor } from '#accounts/services/second_factor'
import { withTeam } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'

export interface RequireSecondFactorInput {
  actor: Actor
  required: boolean
}

/** Says whether members need a second factor. Whoever asks it of others has one, and so is not shut out. */
export default class RequireSecondFactor {
  async execute({
    actor,
    required,
  }: RequireSecondFactorInput): Promise<Result<null, 'not_found' | 'has_none'>> {
    const { teamId } = actor
    if (required && !(await hasSecondFactor(actor.personId))) return err('has_none')
    const result = await withTeam(teamId, async (trx) => {
      const team = await lockTeam(trx, teamId)
      if (!team) return err('not_found' as const)
      const changed = await trx
        .from('teams')
        .where({ id: teamId, second_factor_required: !required })
        .update({ second_factor_required: required, updated_at: new Date() })
      if (Number(changed) === 0) return ok(null)
      await recordAudit(trx, {
        teamId,
        actor: actor.audit,
        action: required ? 'team.second_factor_required' : 'team.second_factor_optional',
        subject: { kind: 'team', id: teamId, name: team.name },
      })
      return ok(null)
    })
    if (result.ok) forgetTokensOfTeam(teamId)
    return result
  }
}
