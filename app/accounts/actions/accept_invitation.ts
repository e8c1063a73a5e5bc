import type { Role } from '#accounts/enums/role'
import { findInvitation } from '#accounts/queries/find_invitation'
import { lockTeam, nameOf } from '#accounts/services/locked_team'
import { mayAddMembers } from '#accounts/services/member_limit'
import { hashLinkSecret } from '#accounts/services/secret_link'
import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface AcceptInvitationInput {
  secret: string
  user: { id: string; email: string }
  by: AuditActor
}

export type AcceptFailure = { reason: 'gone' | 'other_address' } | { reason: 'limit'; message: string }

/** Makes the invited person a member. The link proves that the address is theirs, so no other account may use it. */
export default class AcceptInvitation {
  async execute(
    input: AcceptInvitationInput
  ): Promise<Result<{ teamId: string; teamName: string }, AcceptFailure>> {
    const { secret, user, by } = input
    const invitation = await findInvitation(secret)
    if (!invitation) return err({ reason: 'gone' })
    if (invitation.email.toLowerCase() !== user.email.toLowerCase()) return err({ reason: 'other_address' })
    const { teamId, teamName } = invitation
    // The invitation has been counted already.
    const limit = await mayAddMembers(teamId, 0)
    if (!limit.allowed) return err({ reason: 'limit', message: limit.message })
    return withTeam(teamId, async (trx) => {
      if (!(await lockTeam(trx, teamId))) return err({ reason: 'gone' as const })
      const { rows } = await sql<{ id: string; role: Role }>(
        trx,
        'delete from invitations where token_hash = ? and expires_at > clock_timestamp() returning id, role',
        [hashLinkSecret(secret)]
      )
      if (!rows[0]) return err({ reason: 'gone' as const })
      await sql(
        trx,
        'insert into memberships (team_id, user_id, role) values (?, ?, ?) on conflict do nothing',
        [teamId, user.id, rows[0].role]
      )
      // Whoever has the link reads the mail of this address.
      await sql(
        trx,
        'update users set email_verified_at = coalesce(email_verified_at, now()) where id = ? and lower(email) = lower(?)',
        [user.id, invitation.email]
      )
      await recordAudit(trx, {
        teamId,
        actor: by,
        action: 'member.joined',
        subject: { kind: 'member', id: user.id, name: await nameOf(trx, user.id) },
        details: { role: rows[0].role },
      })
      return ok({ teamId, teamName })
    })
  }
}
