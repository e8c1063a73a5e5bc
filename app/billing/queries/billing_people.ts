import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Role } from '#accounts/enums/role'
import { can } from '#accounts/permissions'
import { sql } from '#shared/database/sql'

export interface BillingPerson {
  email: string
  fullName: string
}

/** Who can do something about the plan of the transaction's team: they get the mails about it. */
export async function billingPeople(
  trx: TransactionClientContract,
  teamId: string
): Promise<BillingPerson[]> {
  const { rows } = await sql<BillingPerson & { role: Role }>(
    trx,
    `select u.email, u.full_name as "fullName", m.role
     from memberships m join users u on u.id = m.user_id
     where m.team_id = ? and u.suspended_at is null order by m.created_at`,
    [teamId]
  )
  return rows.filter(({ role }) => can(role, 'billing.manage'))
}
