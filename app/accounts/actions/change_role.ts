import type { Role } from '#accounts/enums/role'
import { mayGive } from '#accounts/permissions'
import type { Actor } from '#accounts/services/actor'
import { forgetTokensOfMember } from '#accounts/services/api_token_check'
import { isLastOwner, lockTeam, nameOf, roleIn } from '#accounts/services/locked_team'
import { withTeam } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'

export interface ChangeRoleInput {
  actor: Actor
  userId: string
  role: Role
}

export type ChangeRoleFailure = 'not_found' | 'last_owner' | 'beyond_own_rights'

/** Gives a member another role. Nobody gives or takes rights that they do not have themselves. */
export default class ChangeRole {
  async execute({ actor, userId, role }: ChangeRoleInput): Promise<Result<null, ChangeRoleFailure>> {
    const { teamId } = actor
    const result = await withTeam(teamId, async (trx) => {
      if (!(await lockTeam(trx, teamId))) return err('not_found' as const)
      const before = await roleIn(trx, userId)
      if (!before) return err('not_found' as const)
      if (before === role) return ok(null)
      if (!mayGive(actor.role, before) || !mayGive(actor.role, role)) return err('beyond_own_rights' as const)
      if (role !== 'owner' && (await isLastOwner(trx, userId))) return err('last_owner' as const)
      await trx.from('memberships').where({ team_id: teamId, user_id: userId }).update({ role })
      await recordAudit(trx, {
        teamId,
        actor: actor.audit,
        action: 'member.role_changed',
        subject: { kind: 'member', id: userId, name: await nameOf(trx, userId) },
        details: { from: before, to: role },
      })
      return ok(null)
    })
    if (result.ok) forgetTokensOfMember(teamId, userId)
    return result
  }
}
