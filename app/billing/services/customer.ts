import { withTeam } from '#accounts/services/tenancy'
import type { BillingAccount } from '#billing/services/account'
import { stripe } from '#billing/services/stripe_client'

export interface Buyer {
  teamName: string
  email: string
}

/** The team's customer in Stripe, made when there is none. For use within `changingPlan`. */
export async function ensureCustomer(
  teamId: string,
  account: BillingAccount,
  { teamName, email }: Buyer,
  token: string
): Promise<string> {
  if (account.customerId) return account.customerId
  const { id } = await stripe().customers.create(
    { name: teamName, email, metadata: { team_id: teamId } },
    { idempotencyKey: `customer:${token}` }
  )
  await withTeam(teamId, (trx) =>
    trx.from('billing_accounts').where('team_id', teamId).update({ stripe_customer_id: id })
  )
  return id
}
