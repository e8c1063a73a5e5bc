import { test } from '@japa/runner'
import EndSubscription from '#billing/actions/end_subscription'
import OpenPortal from '#billing/actions/open_portal'
import StartCheckout, { type StartCheckoutInput } from '#billing/actions/start_checkout'
import SyncBilling from '#billing/actions/sync_billing'
import SyncCatalogue from '#billing/actions/sync_catalogue'
import { tidySubscription } from '#billing/jobs/tidy_subscription'
import { entitlementsOfAccount } from '#billing/services/plan_of_account'
import { stripe } from '#billing/services/stripe_client'
import { system } from '#shared/audit/record'
import { setting } from '#tests/support/setting'
import { type Billing, billingOn } from '#tests/support/stripe/billing'
import { aMember, aTeam } from '#tests/support/team'

const order = { plan: 'solo', interval: 'month', extraSeats: 0 }
const buyer = { teamName: 'Ada’s team', email: 'ada@example.test' }

const start = (teamId: string, wanted: Partial<StartCheckoutInput> = {}) =>
  new StartCheckout().execute({ teamId, actor: system, buyer, ...order, ...wanted })

const aContext = (teamId: string) => ({ id: 'x', teamId, attempt: 1, signal: AbortSignal.timeout(60_000) })

async function open(teamId: string, wanted: Partial<StartCheckoutInput> = {}) {
  const result = await start(teamId, wanted)
  if (!result.ok) throw new Error(result.error)
  return result.value.url.split('/').at(-1)!
}

test.group('Checkout', (group) => {
  let billing: Billing
  let off: () => Promise<void>
  group.setup(async () => {
    ;({ billing, off } = await billingOn())
    return () => off()
  })
  group.each.teardown(() => billing.stripe.calm())

  const living = (customer: string) =>
    [...billing.world.subscriptions.values()].filter(
      (sub) => sub.customer === customer && sub.status === 'active'
    )

  test('sells what the catalogue has, at the prices that Stripe has of it', async ({ assert }) => {
    const { teamId } = await aTeam()
    const id = await open(teamId, { plan: 'team', interval: 'year', extraSeats: 3 })
    const items = billing.world.pendingItems.get(id)!.map(({ price, quantity }) => {
      const { lookup_key, unit_amount } = billing.world.prices.get(price)!
      return [lookup_key, unit_amount, quantity]
    })
    assert.deepEqual(items, [
      ['agentops_team_year', 99_000, 1],
      ['agentops_team_seat_year', 15_000, 3],
    ])
    const session = billing.world.sessions.get(id)!
    assert.equal(session.client_reference_id, teamId)
    assert.isTrue(session.allow_promotion_codes)
  })

  test('adds usage by the month to what is paid by the year, once', async ({ assert }) => {
    const { teamId } = await aTeam()
    const { id } = billing.person.checkOut(await open(teamId, { interval: 'year' }))
    const usage = () =>
      billing.world.subscriptions.get(id)!.items.data.filter(({ price }) => price.unit_amount === null)
    billing.stripe.trouble(/subscription_items$/, 'lost', 3)
    await billing.deliver()
    assert.equal((await billing.account(teamId)).status, 'active', 'nobody waits for their plan meanwhile')
    await new SyncBilling().execute(teamId)
    await tidySubscription.run({ subscriptionId: id }, aContext(teamId))
    assert.deepEqual(
      usage().map(({ price }) => [price.lookup_key, price.recurring?.interval]),
      [['agentops_usage', 'month']]
    )
    await assert.rejects(
      () =>
        stripe().checkout.sessions.create({
          mode: 'subscription',
          customer: billing.world.subscriptions.get(id)!.customer as string,
          success_url: 'http://localhost/',
          line_items: billing.world.subscriptions.get(id)!.items.data.map(({ price, quantity }) => ({
            price: price.id,
            ...(quantity ? { quantity } : {}),
          })),
        }),
      /must have the same `recurring.interval`/
    )
  })

  test('refuses what is not for sale and what the team does not fit into', async ({ assert }) => {
    const { teamId } = await aTeam()
    for (const wanted of [
      { plan: 'self_hosted' },
      { plan: 'free' },
      { plan: 'enterprise' },
      { interval: 'week' },
      { extraSeats: 1 },
      { plan: 'team', extraSeats: 201 },
    ]) {
      assert.isFalse((await start(teamId, wanted)).ok, JSON.stringify(wanted))
    }
    await aMember(teamId, 'developer')
    const crowded = await start(teamId)
    assert.match(crowded.ok ? '' : crowded.error, /2 members and invitations, Solo would have room for 1/)
  })

  test('gives nothing while the card is declined', async ({ assert }) => {
    const { teamId } = await aTeam()
    const id = await open(teamId)
    assert.throws(() => billing.person.checkOut(id, { card: 'declined' }), 'Your card was declined.')
    assert.throws(() => billing.person.checkOut(id, { card: 'needs_authentication', authenticates: false }))
    await billing.deliver()
    assert.equal(entitlementsOfAccount(await billing.account(teamId)).plan, 'free')
    billing.person.checkOut(id, { card: 'needs_authentication' })
    await billing.deliver()
    assert.equal(entitlementsOfAccount(await billing.account(teamId)).plan, 'solo')
  })

  test('begins no trial with a card that is declined', async ({ assert, ...context }) => {
    setting('BILLING_TRIAL_DAYS', 14)
    context.test.cleanup(() => setting('BILLING_TRIAL_DAYS', 0))
    const { teamId } = await aTeam()
    const id = await open(teamId)
    assert.throws(() => billing.person.checkOut(id, { card: 'declined' }), 'Your card was declined.')
    await billing.deliver()
    assert.isNull((await billing.account(teamId)).status)
    billing.person.checkOut(id)
    await billing.deliver()
    assert.equal((await billing.account(teamId)).status, 'trialing')
  })

  test('begun in two tabs leaves one page open, and one subscription', async ({ assert }) => {
    const { teamId } = await aTeam()
    const first = await open(teamId)
    const second = await open(teamId, { plan: 'team' })
    assert.equal(billing.world.sessions.get(first)!.status, 'expired')
    assert.throws(() => billing.person.checkOut(first), /expired/)
    billing.person.checkOut(second)
    await billing.deliver()
    const third = await start(teamId)
    assert.match(third.ok ? '' : third.error, /has a subscription already/)
    const { customerId } = await billing.account(teamId)
    assert.lengthOf(living(customerId!), 1)
  })

  test('begun at the same moment goes on in one of them', async ({ assert }) => {
    const { teamId } = await aTeam()
    const results = await Promise.allSettled([start(teamId), start(teamId), start(teamId)])
    const urls = results.flatMap((result) =>
      result.status === 'fulfilled' && result.value.ok ? [result.value.value.url] : []
    )
    assert.isAtLeast(urls.length, 1)
    const { customerId } = await billing.account(teamId)
    const openOnes = [...billing.world.sessions.values()].filter(
      (session) => session.customer === customerId && session.status === 'open'
    )
    assert.lengthOf(openOnes, 1)
  })

  test('paid twice all the same ends with one subscription and the money back', async ({ assert }) => {
    const { teamId } = await aTeam()
    const first = await open(teamId)
    billing.stripe.trouble(/expire$/, 'busy', 10)
    await start(teamId).catch(() => null)
    const before = billing.world.sessions.get(first)!
    assert.equal(before.status, 'open')
    billing.stripe.calm()
    const copy = { ...before, id: billing.world.id('cs_test') }
    billing.world.sessions.set(copy.id, copy)
    billing.world.pendingItems.set(copy.id, billing.world.pendingItems.get(first)!)
    billing.person.alike(first, copy.id)
    const kept = billing.person.checkOut(first)
    billing.person.checkOut(copy.id)
    await billing.deliver()
    const account = await billing.account(teamId)
    assert.equal(account.subscriptionId, kept.id)
    assert.lengthOf(living(account.customerId!), 1)
    const refunded = [...billing.world.charges.values()].filter(
      (charge) => charge.customer === account.customerId && charge.refunded
    )
    assert.deepEqual(
      refunded.map(({ amount }) => amount),
      [3900]
    )
    await new SyncBilling().execute(teamId)
    assert.lengthOf(billing.stripe.requests('POST', /^\/v1\/refunds$/), 1)
  })

  test('makes one of everything when answers are lost on the way', async ({ assert }) => {
    const { teamId } = await aTeam()
    const customers = billing.world.customers.size
    const sessions = billing.world.sessions.size
    billing.stripe.trouble(/^\/v1\/customers$/, 'lost')
    billing.stripe.trouble(/^\/v1\/checkout\/sessions$/, 'lost', 2)
    await open(teamId)
    assert.equal(billing.world.customers.size, customers + 1)
    assert.equal(billing.world.sessions.size, sessions + 1)
  })

  test('does not happen while Stripe does not answer, and can be begun again', async ({ assert }) => {
    const { teamId } = await aTeam()
    billing.stripe.trouble(/^\/v1\/checkout\/sessions$/, 'down', 3)
    await assert.rejects(() => start(teamId))
    assert.isTrue((await start(teamId)).ok)
  })

  test('gives one trial per team', async ({ assert }) => {
    setting('BILLING_TRIAL_DAYS', 14)
    const { teamId } = await aTeam()
    billing.person.checkOut(await open(teamId))
    await billing.deliver()
    const account = await billing.account(teamId)
    assert.equal(account.status, 'trialing')
    await stripe().subscriptions.cancel(account.subscriptionId!)
    await billing.deliver()
    assert.equal((await billing.account(teamId)).status, 'canceled')
    billing.person.checkOut(await open(teamId))
    await billing.deliver()
    assert.equal((await billing.account(teamId)).status, 'active')
  }).teardown(() => setting('BILLING_TRIAL_DAYS', 0))

  test('is told to Stripe with parameters that Stripe knows, each change with a key', async ({ assert }) => {
    const changes = billing.stripe.received.filter(({ method }) => method === 'POST')
    assert.isAbove(changes.length, 20)
    assert.deepEqual(
      changes.filter(({ idempotencyKey }) => !idempotencyKey),
      []
    )
    await assert.rejects(
      () => stripe().customers.create({ nickname: 'Ada' } as never),
      'Received unknown parameter: nickname'
    )
    await assert.rejects(
      () => stripe().subscriptions.update('sub_1', { proration_behavior: 'maybe' }),
      'Invalid value for proration_behavior'
    )
    await assert.rejects(() =>
      stripe()
        .refunds.create({} as never)
        .then(() => stripe().products.create({} as never))
    )
  })

  test('takes taxes and tax ids into account where the operator wants that', async ({ assert }) => {
    setting('BILLING_AUTOMATIC_TAX', true)
    setting('BILLING_TAX_ID', true)
    const { teamId } = await aTeam()
    await open(teamId)
    const { params } = billing.stripe.requests('POST', /^\/v1\/checkout\/sessions$/).at(-1)!
    assert.deepEqual(params.automatic_tax, { enabled: 'true' })
    assert.deepEqual(params.tax_id_collection, { enabled: 'true' })
  }).teardown(() => {
    setting('BILLING_AUTOMATIC_TAX', undefined)
    setting('BILLING_TAX_ID', undefined)
  })

  test('brings Stripe to the catalogue once, and again without a change', async ({ assert }) => {
    const again = await new SyncCatalogue().execute()
    assert.deepEqual([...new Set(again.lines.map(({ done }) => done))], ['unchanged'])
    assert.isNull(again.webhookSecret)
    const [old] = [...billing.world.prices.values()].filter(
      ({ lookup_key }) => lookup_key === 'agentops_solo_month'
    )
    old!.unit_amount = 2900
    const changed = await new SyncCatalogue().execute()
    assert.deepEqual(
      changed.lines.filter(({ done }) => done !== 'unchanged'),
      [{ what: 'price agentops_solo_month', done: 'updated' }]
    )
    assert.isNull(old!.lookup_key)
    assert.isTrue(old!.active)
  })

  test('has a portal for those who have bought, and nobody else', async ({ assert }) => {
    const { teamId } = await aTeam()
    assert.deepEqual(await new OpenPortal().execute(teamId), { ok: false, error: 'no_customer' })
    assert.deepEqual(await new EndSubscription().execute({ teamId, actor: system, end: true }), {
      ok: false,
      error: 'none',
    })
    billing.person.checkOut(await open(teamId))
    await billing.deliver()
    const portal = await new OpenPortal().execute(teamId)
    assert.match(portal.ok ? portal.value.url : '', /\/p\/bps_/)
  })
})
