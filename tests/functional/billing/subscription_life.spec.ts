import { test } from '@japa/runner'
import ChangePlan from '#billing/actions/change_plan'
import EndSubscription from '#billing/actions/end_subscription'
import StartCheckout from '#billing/actions/start_checkout'
import { previewPlanChange } from '#billing/queries/preview_plan_change'
import { entitlementsOfAccount } from '#billing/services/plan_of_account'
import { standingOf } from '#billing/services/standing'
import { system } from '#shared/audit/record'
import { type Billing, billingOn, ownClock } from '#tests/support/stripe/billing'
import { aTeam } from '#tests/support/team'

const order = { plan: 'solo', interval: 'month', extraSeats: 0 }

async function openCheckout(teamId: string, wanted: Partial<typeof order> = {}) {
  const buyer = { teamName: 'Ada’s team', email: 'ada@example.test' }
  const result = await new StartCheckout().execute({ teamId, actor: system, buyer, ...order, ...wanted })
  if (!result.ok) throw new Error(result.error)
  return result.value.url.split('/').at(-1)!
}

test.group('The life of a subscription', (group) => {
  let billing: Billing
  let off: () => Promise<void>
  group.setup(async () => {
    ;({ billing, off } = await billingOn({ trialDays: 14 }))
    return () => off()
  })
  group.each.setup(() => ownClock())

  const planOf = async (teamId: string) => entitlementsOfAccount(await billing.account(teamId))

  test('goes from trial through paid, failed, grace, reading only and Free to paid again', async ({
    assert,
  }) => {
    const { teamId } = await aTeam()
    const sub = billing.person.checkOut(await openCheckout(teamId), { card: 'later_fails' })
    assert.equal((await planOf(teamId)).plan, 'free', 'nothing is given before Stripe has said so')
    await billing.deliver()
    assert.equal((await billing.account(teamId)).status, 'trialing')
    assert.equal((await planOf(teamId)).plan, 'solo')

    billing.world.afterRetries = 'past_due'
    billing.person.changeCard(sub.customer as string, 'pays')
    await billing.pass(15)
    assert.equal((await billing.account(teamId)).status, 'active')

    billing.person.changeCard(sub.customer as string, 'declined')
    await billing.pass(31)
    const owing = await billing.account(teamId)
    assert.equal(owing.status, 'past_due')
    assert.equal(standingOf(owing).kind, 'grace')
    assert.equal((await planOf(teamId)).plan, 'solo')
    assert.isNull((await planOf(teamId)).readOnly)

    await billing.pass(7)
    assert.equal(standingOf(await billing.account(teamId)).kind, 'read_only')
    assert.match((await planOf(teamId)).readOnly ?? '', /can only read until it is paid/)

    await billing.pass(14)
    assert.equal((await planOf(teamId)).plan, 'free')

    billing.person.changeCard(sub.customer as string, 'pays')
    for (const invoice of billing.world.invoices.values()) {
      if (invoice.customer === sub.customer && invoice.status === 'open')
        billing.person.payInvoice(invoice.id)
    }
    await billing.deliver()
    assert.equal((await planOf(teamId)).plan, 'solo')
    assert.isNull((await planOf(teamId)).readOnly)
  })

  test('changes the plan with a preview that is what is charged', async ({ assert }) => {
    const { teamId } = await aTeam()
    const sub = billing.person.checkOut(await openCheckout(teamId))
    await billing.deliver()
    await billing.pass(20)
    const wanted = { plan: 'team', interval: 'month', extraSeats: 2 }
    const preview = await previewPlanChange(teamId, wanted)
    if (!preview.ok) throw new Error(preview.error)
    assert.isAbove(preview.value.dueNow, 0)
    const changed = await new ChangePlan().execute({
      teamId,
      actor: system,
      previewedAt: preview.value.at,
      ...wanted,
    })
    assert.deepEqual(changed, { ok: true, value: { kind: 'changed' } })
    const latest = billing.world.invoices.get(
      billing.world.subscriptions.get(sub.id)!.latest_invoice as string
    )!
    assert.equal(latest.amount_paid, preview.value.dueNow)
    const plan = await planOf(teamId)
    assert.equal(plan.plan, 'team')
    assert.equal(plan.limits.members, 7)
  })

  test('leaves everything as it is while a bank waits for a confirmation', async ({ assert }) => {
    const { teamId } = await aTeam()
    const sub = billing.person.checkOut(await openCheckout(teamId), { card: 'needs_authentication' })
    billing.person.changeCard(sub.customer as string, 'pays')
    await billing.pass(15)
    billing.person.changeCard(sub.customer as string, 'needs_authentication')
    await billing.deliver()
    const changed = await new ChangePlan().execute({
      teamId,
      actor: system,
      plan: 'team',
      interval: 'month',
      extraSeats: 0,
    })
    if (!changed.ok || changed.value.kind !== 'confirm') throw new Error('a confirmation was expected')
    await billing.deliver()
    assert.equal((await planOf(teamId)).plan, 'solo')
    billing.person.payInvoice(changed.value.url.split('/').at(-1)!)
    await billing.deliver()
    assert.equal((await planOf(teamId)).plan, 'team')
  })

  test('ends at the end of what is paid, unless somebody changes their mind', async ({ assert }) => {
    const { teamId } = await aTeam()
    billing.person.checkOut(await openCheckout(teamId))
    await billing.pass(15)
    await new EndSubscription().execute({ teamId, actor: system, end: true })
    assert.isNotNull((await billing.account(teamId)).cancelAt)
    await new EndSubscription().execute({ teamId, actor: system, end: false })
    assert.isNull((await billing.account(teamId)).cancelAt)
    await new EndSubscription().execute({ teamId, actor: system, end: true })
    await billing.pass(10)
    assert.equal((await planOf(teamId)).plan, 'solo')
    await billing.pass(25)
    assert.equal((await planOf(teamId)).plan, 'free')
    assert.equal((await billing.account(teamId)).status, 'canceled')
  })
})
