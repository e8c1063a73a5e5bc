import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { PlanEntitlements } from '#shared/contracts/entitlements'
import { sql } from '#shared/database/sql'

/** Tells the queue what the team's plan allows it; the queue reads rows, it cannot ask for each team of thousands. */
export const storeQueueShare = (
  trx: TransactionClientContract,
  teamId: string,
  { queuePriority, limits }: PlanEntitlements
) =>
  sql(
    trx,
    `insert into queue_shares (team_id, priority, concurrent) values (?, ?, ?)
     on conflict (team_id) do update set priority = excluded.priority, concurrent = excluded.concurrent`,
    [teamId, queuePriority, limits.concurrent_workflows]
  )
