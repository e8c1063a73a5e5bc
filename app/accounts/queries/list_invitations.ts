import type { Role } from '#accounts/enums/role'
import { teamRows } from '#accounts/services/team_rows'

export interface InvitationRow {
  id: string
  email: string
  role: Role
  invitedBy: string | null
  sentAt: string
  expiresAt: string
  expired: boolean
}

const sql = `
  select i.id, i.email, i.role, u.full_name as "invitedBy", to_json(i.sent_at) #>> '{}' as "sentAt",
    to_json(i.expires_at) #>> '{}' as "expiresAt", i.expires_at <= now() as expired
  from invitations i left join users u on u.id = i.invited_by
  order by i.created_at desc, i.id desc limit 200`

/** Invitations that nobody has accepted yet, the newest first. */
export const listInvitations = (teamId: string) => teamRows<InvitationRow>(teamId, sql)
