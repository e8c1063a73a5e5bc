import type { Actor } from '#accounts/services/actor'
import { forgetTokensOfMember } from '#accounts/services/api_token_check'
import { lockTeam, nameOf, roleIn } from '#accounts/services/locked_team'
import { withTeam } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'

export interface TransferOwnershipInput {
  actor: Actor
  /** The member who becomes an owner in the actor's place. */
  userId: string
}

/** Makes another member an owner and the actor an admin, in one step. */
export default class TransferOwnership {
  async execute({ actor, userId }: TransferOwnershipInput): Promise<Result<null, 'not_found' | 'not_owner'>> {
    const { teamId, personId } = actor
    if (userId === personId) return err('not_found')
    const result = await withTeam(teamId, async (trx) => {
      if (!(await lockTeam(trx, teamId))) return err('not_found' as const)
      // The role may have changed since the request came in.
      if ((await roleIn(trx, personId)) !== 'owner') return err('not_owner' as const)
      if (!(await roleIn(trx, userId))) return err('not_found' as const)
      const member = (id: string) => trx.from('memberships').where({ team_id: teamId, user_id: id })
      await member(userId).update({ role: 'owner' })
      await member(personId).update({ role: 'admin' })
      await recordAudit(trx, {
        teamId,
        actor: actor.audit,
        action: 'team.ownership_transferred',
        subject: { kind: 'member', id: userId, name: await nameOf(trx, userId) },
      })
      return ok(null)
    })
    for (const id of [userId, personId]) forgetTokensOfMember(teamId, id)
    return result
  }
}
