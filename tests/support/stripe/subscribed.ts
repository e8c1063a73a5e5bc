import StartCheckout from '#billing/actions/start_checkout'
import { system } from '#shared/audit/record'
import { aTeam } from '#tests/support/team'
import type { Billing } from './billing.js'

/** A team that has bought a plan in the checkout. */
export async function aPayingTeam(billing: Billing, plan: 'solo' | 'team' = 'solo') {
  const team = await aTeam()
  const result = await new StartCheckout().execute({
    teamId: team.teamId,
    actor: system,
    buyer: { teamName: 'Ada’s team', email: team.user.email },
    plan,
    interval: 'month',
    extraSeats: 0,
  })
  if (!result.ok) throw new Error(result.error)
  const subscription = billing.person.checkOut(result.value.url.split('/').at(-1)!)
  await billing.deliver()
  return { ...team, subscription, customerId: subscription.customer as string }
}
