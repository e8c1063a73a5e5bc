import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Role } from '#accounts/enums/role'
import { sql } from '#shared/database/sql'

interface LockedTeam {
  id: string
  name: string
}

/**
 * Takes the team's row for the rest of the transaction, so that changes of who is in it and as what are decided
 * one after another: two owners who leave at the same moment cannot both think that the other one stays.
 *
 * @returns null for a team that is absent, deleted, or not the transaction's own
 */
export async function lockTeam(trx: TransactionClientContract, teamId: string): Promise<LockedTeam | null> {
  const { rows } = await sql<LockedTeam>(
    trx,
    'select id, name from teams where id = ? and id = current_team_id() and deleted_at is null for update',
    [teamId]
  )
  return rows[0] ?? null
}

export async function roleIn(trx: TransactionClientContract, userId: string): Promise<Role | null> {
  const { rows } = await sql<{ role: Role }>(
    trx,
    'select role from memberships where team_id = current_team_id() and user_id = ?',
    [userId]
  )
  return rows[0]?.role ?? null
}

/** Whether the team would have no owner without this person. Asked with the team locked. */
export async function isLastOwner(trx: TransactionClientContract, userId: string): Promise<boolean> {
  const { rows } = await sql<{ user_id: string }>(
    trx,
    `select user_id from memberships where team_id = current_team_id() and role = 'owner'`
  )
  return rows.length === 1 && rows[0]!.user_id === userId
}

/** A person's name as records show it. */
export async function nameOf(trx: TransactionClientContract, userId: string): Promise<string> {
  const { rows } = await sql<{ full_name: string }>(trx, 'select full_name from users where id = ?', [userId])
  return rows[0]?.full_name ?? 'somebody'
}
