import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#shared/database/sql'
import PlanLimitException, { demand } from '#shared/exceptions/plan_limit_exception'
import { entitlements } from '#shared/plan/entitlements'

/** @throws PlanLimitException when the team may not have another project */
export async function demandRoomForProject(teamId: string) {
  const plan = await entitlements()
  const { readOnly } = await plan.of(teamId)
  if (readOnly) throw new PlanLimitException(readOnly)
  demand(await plan.check(teamId, 'projects'))
}

/**
 * The same when it counts: of several that are added at once, each waits here for those before it.
 *
 * @throws PlanLimitException
 */
export async function takeRoomForProject(trx: TransactionClientContract, teamId: string) {
  const plan = await entitlements()
  const { projects } = (await plan.of(teamId)).limits
  if (projects === null) return
  await sql(trx, 'select pg_advisory_xact_lock(hashtextextended(?, 0))', [`projects:${teamId}`])
  const { rows } = await sql<{ count: number }>(trx, 'select count(*) as count from projects')
  const used = rows[0]!.count
  if (used >= projects) demand(await plan.refusal(teamId, 'projects', used))
}
