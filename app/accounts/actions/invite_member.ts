import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Role } from '#accounts/enums/role'
import { invitationMail } from '#accounts/mails/invitation_mail'
import { mayGive } from '#accounts/permissions'
import type { Actor } from '#accounts/services/actor'
import { lockTeam } from '#accounts/services/locked_team'
import { mayAddMembers } from '#accounts/services/member_limit'
import { hashLinkSecret, newLinkSecret } from '#accounts/services/secret_link'
import { withTeam } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { queueMail } from '#shared/mail/send_mail'
import { err, ok, type Result } from '#shared/result'

export const INVITATION_DAYS = 7

export interface InviteMemberInput {
  actor: Actor
  email: string
  role: Role
}

export type InviteFailure =
  | { reason: 'not_found' | 'already_member' | 'already_invited' | 'beyond_own_rights' }
  | { reason: 'limit'; message: string }

interface Sent {
  id: string
  expires_at: Date
}

/** Asks somebody into the team by a mail whose link only the owner of the address gets. */
export default class InviteMember {
  async execute({ actor, email, role }: InviteMemberInput): Promise<Result<{ id: string }, InviteFailure>> {
    const { teamId } = actor
    if (!mayGive(actor.role, role)) return err({ reason: 'beyond_own_rights' })
    const limit = await mayAddMembers(teamId, 1)
    if (!limit.allowed) return err({ reason: 'limit', message: limit.message })
    return withTeam(teamId, async (trx) => {
      const team = await lockTeam(trx, teamId)
      if (!team) return err({ reason: 'not_found' as const })
      const obstacle = await this.#obstacle(trx, email)
      if (obstacle) return err({ reason: obstacle })
      const secret = newLinkSecret()
      const sent = await this.#insert(trx, { teamId, email, role, secret, invitedBy: actor.userId })
      const inviterName = actor.identity.name || team.name
      const mail = invitationMail({
        email,
        teamName: team.name,
        inviterName,
        role,
        secret,
        expiresAt: sent.expires_at,
      })
      await queueMail(trx, mail, `invitation.${sent.id}`)
      await recordAudit(trx, {
        teamId,
        actor: actor.audit,
        action: 'invitation.sent',
        subject: { kind: 'invitation', id: sent.id, name: email },
        details: { role },
      })
      return ok({ id: sent.id })
    })
  }

  async #obstacle(trx: TransactionClientContract, email: string) {
    const { rows } = await sql<{ member: boolean; invited: boolean }>(
      trx,
      `select exists (select from memberships m join users u on u.id = m.user_id
           where m.team_id = current_team_id() and lower(u.email) = lower(:email)) as member,
         exists (select from invitations where lower(email) = lower(:email) and expires_at > clock_timestamp()) as invited`,
      { email }
    )
    if (rows[0]!.member) return 'already_member' as const
    return rows[0]!.invited ? ('already_invited' as const) : null
  }

  /** One that has expired makes room for the new one. */
  async #insert(
    trx: TransactionClientContract,
    {
      teamId,
      email,
      role,
      secret,
      invitedBy,
    }: { teamId: string; email: string; role: Role; secret: string; invitedBy: string | null }
  ): Promise<Sent> {
    await sql(trx, 'delete from invitations where lower(email) = lower(?)', [email])
    const { rows } = await sql<Sent>(
      trx,
      `insert into invitations (team_id, email, role, token_hash, invited_by, expires_at)
       values (?, ?, ?, ?, ?, clock_timestamp() + make_interval(days => ?)) returning id, expires_at`,
      [teamId, email, role, hashLinkSecret(secret), invitedBy, INVITATION_DAYS]
    )
    return rows[0]!
  }
}
