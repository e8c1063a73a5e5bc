import { INVITATION_DAYS } from '#accounts/actions/invite_member'
import type { Role } from '#accounts/enums/role'
import { invitationMail } from '#accounts/mails/invitation_mail'
import { mayGive } from '#accounts/permissions'
import type { Actor } from '#accounts/services/actor'
import { lockTeam } from '#accounts/services/locked_team'
import { hashLinkSecret, newLinkSecret } from '#accounts/services/secret_link'
import { withTeam } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { queueMail } from '#shared/mail/send_mail'
import { err, ok, type Result } from '#shared/result'

interface Renewed {
  email: string
  role: Role
  expires_at: Date
}

export type ResendFailure = 'not_found' | 'too_soon' | 'beyond_own_rights'

/** Mails an invitation again, with a new link and time; the old link is worth nothing from then on. */
export default class ResendInvitation {
  async execute({
    actor,
    id,
  }: {
    actor: Actor
    id: string
  }): Promise<Result<{ email: string }, ResendFailure>> {
    const { teamId } = actor
    return withTeam(teamId, async (trx) => {
      const team = await lockTeam(trx, teamId)
      const { rows: found } = await sql<{ role: Role; too_soon: boolean }>(
        trx,
        `select role, sent_at > clock_timestamp() - interval '1 minute' as too_soon from invitations where id = ?`,
        [id]
      )
      if (!team || !found[0]) return err('not_found' as const)
      if (!mayGive(actor.role, found[0].role)) return err('beyond_own_rights' as const)
      if (found[0].too_soon) return err('too_soon' as const)
      const secret = newLinkSecret()
      const { rows } = await sql<Renewed>(
        trx,
        `update invitations set token_hash = ?, sent_at = clock_timestamp(),
           expires_at = clock_timestamp() + make_interval(days => ?) where id = ? returning email, role, expires_at`,
        [hashLinkSecret(secret), INVITATION_DAYS, id]
      )
      const { email, role, expires_at: expiresAt } = rows[0]!
      const inviterName = actor.identity.name || team.name
      await queueMail(
        trx,
        invitationMail({ email, teamName: team.name, inviterName, role, secret, expiresAt })
      )
      const subject = { kind: 'invitation', id, name: email }
      await recordAudit(trx, { teamId, actor: actor.audit, action: 'invitation.resent', subject })
      return ok({ email })
    })
  }
}
