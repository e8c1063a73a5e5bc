import { randomUUID } from 'node:crypto'
import { withTeam } from '#accounts/services/tenancy'
import { type BillingAccount, billingAccount } from '#billing/services/account'
import { sql } from '#shared/database/sql'

/** Longer than all calls of one change may take. */
const LEASE_SECONDS = 90

/** Somebody else of the team is changing its plan at this moment. */
export class ChangeUnderWay extends Error {
  constructor() {
    super('Another change of this plan is under way. Try again in a moment.')
  }
}

async function take(teamId: string, token: string) {
  const taken = await withTeam(teamId, async (trx) => {
    await sql(trx, 'insert into billing_accounts (team_id) values (?) on conflict do nothing', [teamId])
    const { rowCount } = await sql(
      trx,
      `update billing_accounts set change_token = ?, change_until = clock_timestamp() + make_interval(secs => ?)
       where change_until is null or change_until < clock_timestamp()`,
      [token, LEASE_SECONDS]
    )
    return rowCount === 1
  })
  if (!taken) throw new ChangeUnderWay()
}

const give = (teamId: string, token: string) =>
  withTeam(teamId, (trx) =>
    sql(trx, 'update billing_accounts set change_token = null, change_until = null where change_token = ?', [
      token,
    ])
  )

/**
 * Runs one change of what a team buys, while no other runs. Not a lock in the database: a slow answer of
 * Stripe would hold one of its few connections.
 *
 * @param work gets the account and a token for idempotency keys: tries of the same call share it, changes do not
 * @throws ChangeUnderWay
 */
export async function changingPlan<T>(
  teamId: string,
  work: (account: BillingAccount, token: string) => Promise<T>
): Promise<T> {
  const token = randomUUID()
  await take(teamId, token)
  try {
    return await work(await billingAccount(teamId), token)
  } finally {
    await give(teamId, token)
  }
}
