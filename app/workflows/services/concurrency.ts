import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#shared/database/sql'
import { entitlements } from '#shared/plan/entitlements'

/**
 * Whether a team may have one more workflow under way. Workers that ask for the same team at the same moment
 * wait for each other here, so that the limit holds however many there are.
 */
export async function mayBegin(trx: TransactionClientContract, teamId: string): Promise<boolean> {
  const most = (await (await entitlements()).of(teamId)).limits.concurrent_workflows
  if (most === null) return true
  await sql(trx, 'select pg_advisory_xact_lock(hashtextextended(?, 0))', [`workflows:${teamId}`])
  const { rows } = await sql<{ count: number }>(
    trx,
    `select count(*) as count from workflows where team_id = ? and status = 'running'`,
    [teamId]
  )
  return rows[0]!.count < most
}
