import { mayGive } from '#accounts/permissions'
import type { Actor } from '#accounts/services/actor'
import { forgetTokensOfMember } from '#accounts/services/api_token_check'
import { isLastOwner, lockTeam, nameOf, roleIn } from '#accounts/services/locked_team'
import { withTeam } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'

export interface RemoveMemberInput {
  actor: Actor
  /** Their own id for somebody who leaves. */
  userId: string
}

export type RemoveMemberFailure = 'not_found' | 'last_owner' | 'beyond_own_rights'

/**
 * Ends a membership, and with it the member's tokens for the team. Their pages are refused with the next
 * request, tokens within seconds, live streams within ten.
 */
export default class RemoveMember {
  async execute({ actor, userId }: RemoveMemberInput): Promise<Result<null, RemoveMemberFailure>> {
    const { teamId } = actor
    const leaving = userId === actor.userId
    const result = await withTeam(teamId, async (trx) => {
      if (!(await lockTeam(trx, teamId))) return err('not_found' as const)
      const role = await roleIn(trx, userId)
      if (!role) return err('not_found' as const)
      if (!leaving && !mayGive(actor.role, role)) return err('beyond_own_rights' as const)
      if (await isLastOwner(trx, userId)) return err('last_owner' as const)
      await trx.from('memberships').where({ team_id: teamId, user_id: userId }).delete()
      await recordAudit(trx, {
        teamId,
        actor: actor.audit,
        action: leaving ? 'member.left' : 'member.removed',
        subject: { kind: 'member', id: userId, name: await nameOf(trx, userId) },
        details: { role },
      })
      return ok(null)
    })
    if (!result.ok) return result
    forgetTokensOfMember(teamId, userId)
    return result
  }
}
