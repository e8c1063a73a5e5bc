import { test } from '@japa/runner'
import TeamDeleted from '#accounts/events/team_deleted'
import { withTeam } from '#accounts/services/tenancy'
import ChangePlan from '#billing/actions/change_plan'
import EndSubscription from '#billing/actions/end_subscription'
import StartCheckout from '#billing/actions/start_checkout'
import { previewPlanChange } from '#billing/queries/preview_plan_change'
import { formatDay } from '#billing/services/format_day'
import { entitlementsOfAccount } from '#billing/services/plan_of_account'
import { standingOf } from '#billing/services/standing'
import { stripe } from '#billing/services/stripe_client'
import { system } from '#shared/audit/record'
import { entitlements } from '#shared/plan/entitlements'
import { mailsTo } from '#tests/support/mail'
import { type Billing, billingOn, ownClock, runBillingJobs } from '#tests/support/stripe/billing'
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

  const subjectsTo = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject).reverse()

  test('goes from trial through paid, failed, grace, reading only and Free to paid again', async ({
    assert,
  }) => {
    const { teamId, user } = await aTeam()
    const sub = billing.person.checkOut(await openCheckout(teamId))
    const customer = sub.customer as string
    billing.world.afterRetries = 'past_due'
    assert.equal((await planOf(teamId)).plan, 'free', 'nothing is given before Stripe has said so')
    await billing.deliver()
    assert.equal((await billing.account(teamId)).status, 'trialing')
    assert.equal((await planOf(teamId)).plan, 'solo')

    await billing.passTending(teamId, 45)
    assert.equal((await billing.account(teamId)).status, 'active')
    const paid = [...billing.world.invoices.values()].filter((one) => one.customer === customer)
    assert.deepEqual(
      paid.map(({ amount_paid }) => amount_paid),
      [0, 3900, 3900]
    )

    billing.person.changeCard(customer, 'declined')
    await billing.passTending(teamId, 31)
    const owing = await billing.account(teamId)
    assert.equal(owing.status, 'past_due')
    assert.equal(standingOf(owing).kind, 'grace')
    assert.equal((await planOf(teamId)).plan, 'solo')
    assert.isNull((await planOf(teamId)).readOnly)

    await billing.passTending(teamId, 7)
    assert.equal(standingOf(await billing.account(teamId)).kind, 'read_only')
    assert.match((await planOf(teamId)).readOnly ?? '', /can only read until it is paid/)

    await billing.passTending(teamId, 14)
    assert.equal((await planOf(teamId)).plan, 'free')
    assert.equal(
      (await billing.account(teamId)).status,
      'canceled',
      'nobody pays on for what they do not have'
    )
    await billing.passTending(teamId, 40)
    const owed = [...billing.world.invoices.values()].filter((one) => one.customer === customer)
    assert.isAtMost(owed.length, 5)

    billing.person.checkOut(await openCheckout(teamId))
    await billing.deliver()
    assert.equal((await billing.account(teamId)).status, 'active', 'there is one trial')
    assert.equal((await planOf(teamId)).plan, 'solo')

    assert.deepEqual(await subjectsTo(user.email), [
      `The trial of Ada's team ends on ${formatDay(sub.trial_end! * 1000)}`,
      "The payment for Ada's team failed",
      "Ada's team can only read now",
      "Ada's team is on the Free plan now",
    ])
  })

  test('is restored at once when the open invoice is paid', async ({ assert }) => {
    const { teamId, user } = await aTeam()
    billing.world.afterRetries = 'past_due'
    const sub = billing.person.checkOut(await openCheckout(teamId))
    await billing.deliver()
    billing.person.changeCard(sub.customer as string, 'declined')
    await billing.passTending(teamId, 24)
    assert.isNotNull((await planOf(teamId)).readOnly)
    billing.person.changeCard(sub.customer as string, 'pays')
    billing.person.payInvoice(billing.world.subscriptions.get(sub.id)!.latest_invoice as string)
    await billing.deliver()
    assert.isNull((await planOf(teamId)).readOnly)
    assert.equal((await (await entitlements()).of(teamId)).plan, 'solo')
    assert.equal((await subjectsTo(user.email)).at(-1), "Ada's team is paid again")
  })

  test('asks to confirm a renewal that the bank wants confirmed, and goes on once it is', async ({
    assert,
  }) => {
    const { teamId, user } = await aTeam()
    const sub = billing.person.checkOut(await openCheckout(teamId), { card: 'needs_authentication' })
    await billing.pass(15)
    assert.equal(standingOf(await billing.account(teamId)).kind, 'grace')
    const confirm = 'Your bank asks to confirm the payment for'
    assert.lengthOf(
      (await subjectsTo(user.email)).filter((subject) => subject.startsWith(confirm)),
      1
    )
    const invoice = billing.world.subscriptions.get(sub.id)!.latest_invoice as string
    assert.equal(billing.person.payInvoice(invoice), 'paid')
    await billing.deliver()
    assert.equal(standingOf(await billing.account(teamId)).kind, 'paid')
  })

  test('is what Stripe says now, also when its events come weeks late', async ({ assert }) => {
    const { teamId } = await aTeam()
    const sub = billing.person.checkOut(await openCheckout(teamId))
    const late = billing.take()
    await billing.pass(40)
    await stripe().subscriptions.cancel(sub.id, {}, { idempotencyKey: crypto.randomUUID() })
    await billing.deliver()
    for (const event of late) assert.equal((await billing.send(event)).status, 200)
    await runBillingJobs()
    assert.equal((await planOf(teamId)).plan, 'free')
  })

  test('says that a card expires, once', async ({ assert }) => {
    const { teamId, user } = await aTeam()
    const sub = billing.person.checkOut(await openCheckout(teamId))
    const soon = new Date(Date.now() + 20 * 86_400_000)
    billing.person.changeCard(sub.customer as string, 'pays', [soon.getUTCMonth() + 1, soon.getUTCFullYear()])
    await billing.deliver()
    await billing.passTending(teamId, 25)
    const told = (await subjectsTo(user.email)).filter((subject) => subject.includes('expires soon'))
    assert.lengthOf(told, 1)
  })

  test('ends for good with its team, and with the paid period when the team is deleted', async ({
    assert,
  }) => {
    const { teamId } = await aTeam()
    const sub = billing.person.checkOut(await openCheckout(teamId))
    await billing.deliver()
    await withTeam(teamId, (trx) => TeamDeleted.dispatch(trx, teamId))
    await runBillingJobs()
    assert.isNotNull(billing.world.subscriptions.get(sub.id)!.cancel_at)
    await withTeam(teamId, (trx) => trx.from('teams').where('id', teamId).delete())
    await runBillingJobs()
    assert.equal(billing.world.subscriptions.get(sub.id)!.status, 'canceled')
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

  test('forgets a change that nobody has confirmed within a day, and takes another', async ({ assert }) => {
    const { teamId } = await aTeam()
    const sub = billing.person.checkOut(await openCheckout(teamId))
    await billing.pass(15)
    const change = (plan: string) =>
      new ChangePlan().execute({ teamId, actor: system, plan, interval: 'month', extraSeats: 0 })
    billing.person.changeCard(sub.customer as string, 'declined')
    const waits = await change('team')
    assert.equal(waits.ok && waits.value.kind, 'confirm')
    await billing.pass(2)
    assert.isNull(billing.world.subscriptions.get(sub.id)!.pending_update)
    const { plan } = await planOf(teamId)
    assert.deepEqual([plan, standingOf(await billing.account(teamId)).kind], ['solo', 'paid'])
    billing.person.changeCard(sub.customer as string, 'pays')
    assert.deepEqual(await change('team'), { ok: true, value: { kind: 'changed' } })
    assert.equal((await planOf(teamId)).plan, 'team')
  })

  test('takes off seats that are not wanted any more', async ({ assert }) => {
    const { teamId } = await aTeam()
    const sub = billing.person.checkOut(await openCheckout(teamId, { plan: 'team', extraSeats: 2 }))
    await billing.pass(20)
    assert.equal((await planOf(teamId)).limits.members, 7)
    for (const plan of ['team', 'solo']) {
      const changed = await new ChangePlan().execute({
        teamId,
        actor: system,
        plan,
        interval: 'month',
        extraSeats: 0,
      })
      assert.isTrue(changed.ok)
      await billing.deliver()
    }
    assert.equal((await planOf(teamId)).limits.members, 1)
    const keys = billing.world.subscriptions.get(sub.id)!.items.data.map(({ price }) => price.lookup_key)
    assert.deepEqual(keys, ['agentops_solo_month', 'agentops_usage'])
  })

  test('paid by the year has its usage invoiced by the month, and ends with its year', async ({ assert }) => {
    const { teamId } = await aTeam()
    const sub = billing.person.checkOut(await openCheckout(teamId))
    await billing.pass(20)
    const wanted = { plan: 'solo', interval: 'year', extraSeats: 0 }
    const preview = await previewPlanChange(teamId, wanted)
    if (!preview.ok) throw new Error(preview.error)
    await new ChangePlan().execute({ teamId, actor: system, previewedAt: preview.value.at, ...wanted })
    await billing.deliver()
    const invoices = () => [...billing.world.invoices.values()].filter((one) => one.customer === sub.customer)
    assert.equal(invoices().at(-1)!.amount_paid, preview.value.dueNow)
    const { interval, periodEnd } = await billing.account(teamId)
    assert.equal(interval, 'year')
    assert.equal(Math.round((periodEnd!.getTime() - Date.now()) / 86_400_000 / 10), 37)
    const [meter] = billing.world.meters.keys()
    const event = {
      customer: sub.customer as string,
      value: 4_000_000,
      at: billing.world.now(),
      meter: meter!,
    }
    billing.world.meterEvents.set('some usage', event)
    await billing.pass(40)
    assert.deepEqual(
      invoices()
        .map(({ amount_paid }) => amount_paid)
        .slice(-1),
      [400]
    )
    await new EndSubscription().execute({ teamId, actor: system, end: true })
    assert.equal((await billing.account(teamId)).cancelAt?.getTime(), periodEnd!.getTime())
    await billing.pass(300)
    assert.equal((await planOf(teamId)).plan, 'solo')
    await billing.pass(30)
    assert.equal((await planOf(teamId)).plan, 'free')
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
