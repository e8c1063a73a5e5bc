import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type Stripe from 'stripe'
import User from '#accounts/models/user'
import ReplayStripeEvent from '#billing/actions/replay_stripe_event'
import StartCheckout from '#billing/actions/start_checkout'
import { eventKinds } from '#billing/services/event_kinds'
import { entitlementsOfAccount } from '#billing/services/plan_of_account'
import SetOperator from '#ops/actions/set_operator'
import { system } from '#shared/audit/record'
import env from '#start/env'
import { mailsTo } from '#tests/support/mail'
import { type Billing, billingOn, runBillingJobs, webhookUrl } from '#tests/support/stripe/billing'
import { aTeam, type Team } from '#tests/support/team'

const buyer = { teamName: 'Ada’s team', email: 'ada@example.test' }

async function openCheckout(teamId: string) {
  const wanted = { plan: 'solo', interval: 'month', extraSeats: 0 }
  const result = await new StartCheckout().execute({ teamId, actor: system, buyer, ...wanted })
  if (!result.ok) throw new Error(result.error)
  return result.value.url.split('/').at(-1)!
}

test.group('Webhooks of Stripe', (group) => {
  let billing: Billing
  let off: () => Promise<void>
  group.setup(async () => {
    ;({ billing, off } = await billingOn())
    return () => off()
  })
  // What followed from the test before is none of the next one's.
  group.each.setup(() => void billing.take())

  async function subscribed() {
    const team = await aTeam()
    const subscription = billing.person.checkOut(await openCheckout(team.teamId))
    return { ...team, subscription }
  }

  async function received(id: string) {
    const { rows } = await db.rawQuery(
      'select handled_at is not null as handled from stripe_events where id = ?',
      [id]
    )
    return rows as { handled: boolean }[]
  }

  async function post(body: string, signature?: string) {
    const headers = {
      'content-type': 'application/json',
      ...(signature && { 'stripe-signature': signature }),
    }
    return (await fetch(webhookUrl(), { method: 'POST', headers, body })).status
  }

  const anEvent = (type: string, object: object): Stripe.Event =>
    ({
      id: billing.world.id('evt'),
      object: 'event',
      type,
      created: billing.world.now(),
      data: { object },
    }) as unknown as Stripe.Event

  test('give the plan once they are signed, and not before', async ({ assert }) => {
    const { teamId } = await subscribed()
    const events = billing.take()
    assert.equal((await billing.account(teamId)).status, null)
    for (const event of events) assert.equal((await billing.send(event)).status, 200)
    await runBillingJobs()
    const account = await billing.account(teamId)
    assert.equal(account.status, 'active')
    assert.equal(entitlementsOfAccount(account).plan, 'solo')
    assert.isNull(account.checkoutSessionId)
    assert.deepEqual(account.card?.lastFour, '4242')
  })

  test('are refused when forged, unsigned, altered or old, and leave nothing behind', async ({ assert }) => {
    const { subscription } = await subscribed()
    billing.take()
    const event = anEvent('customer.subscription.updated', subscription)
    const { payload, header } = billing.stripe.signed(event, env.get('STRIPE_WEBHOOK_SECRET')!.release())
    assert.equal((await billing.send(event, { secret: 'whsec_of_somebody_else' })).status, 400)
    assert.equal((await billing.send(event, { at: billing.world.now() - 301 })).status, 400)
    assert.equal(await post(payload), 400)
    assert.equal(await post(payload.replace('active', 'paused'), header), 400)
    assert.equal(await post('{"not json', header), 400)
    assert.equal(await post('x'.repeat(1_100_000), header), 413)
    assert.lengthOf(await received(event.id), 0)
    assert.equal(await post(payload, header), 200)
    await runBillingJobs()
  })

  test('say in the answer that they were known, and are handled once', async ({ assert }) => {
    const { teamId, subscription } = await subscribed()
    await billing.deliver()
    const event = anEvent('customer.subscription.trial_will_end', subscription)
    const answers = await Promise.all([billing.send(event), billing.send(event), billing.send(event)])
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as { known: boolean }[]
    assert.sameMembers(
      bodies.map(({ known }) => known),
      [false, true, true]
    )
    assert.lengthOf(await received(event.id), 1)
    await runBillingJobs()
    assert.deepEqual(await received(event.id), [{ handled: true }])
    assert.equal((await billing.account(teamId)).status, 'active')
  })

  for (const kind of eventKinds) {
    test(`end in the true state whatever "${kind}" claims, twice and out of order`, async ({ assert }) => {
      const { teamId, subscription } = await subscribed()
      const events = billing.take()
      const claimed = { ...objectFor(kind, subscription), status: 'canceled' }
      const lie = anEvent(kind, claimed)
      // The newest first, then the lie from before anything was, then all of it again.
      const order = [...events].reverse()
      for (const event of [
        lie,
        ...order,
        { ...lie, id: billing.world.id('evt'), created: 1 },
        lie,
        ...order,
      ]) {
        assert.equal((await billing.send(event as Stripe.Event)).status, 200)
      }
      await runBillingJobs()
      const account = await billing.account(teamId)
      assert.equal(account.status, 'active')
      assert.equal(account.subscriptionId, subscription.id)
      assert.deepEqual(await received(lie.id), [{ handled: true }])
    })
  }

  /** What such an event is about. */
  function objectFor(kind: string, subscription: Stripe.Subscription): object {
    const customer = subscription.customer as string
    const invoice = billing.world.invoices.get(subscription.latest_invoice as string)!
    if (kind.startsWith('customer.subscription.')) return { ...subscription }
    if (kind.startsWith('customer.')) return { id: customer, object: 'customer' }
    if (kind.startsWith('invoice.')) return { ...invoice }
    if (kind.startsWith('checkout.')) return { id: 'cs_test_other', object: 'checkout.session', customer }
    if (kind.startsWith('payment_method.')) return { id: 'pm_1', object: 'payment_method', customer }
    const charge = [...billing.world.charges.values()].find((one) => one.customer === customer)!
    if (kind.startsWith('charge.dispute.')) {
      billing.person.disputes(charge.id)
      billing.take()
      return { id: [...billing.world.disputes.keys()].at(-1)!, object: 'dispute', charge: charge.id }
    }
    return { ...charge }
  }

  test('about nobody of ours are put aside', async ({ assert }) => {
    const event = anEvent('invoice.paid', { id: 'in_1', object: 'invoice', customer: 'cus_of_nobody' })
    assert.equal((await billing.send(event)).status, 200)
    await runBillingJobs()
    assert.deepEqual(await received(event.id), [{ handled: true }])
  })

  test('find the team of a customer whose making was not written down', async ({ assert }) => {
    const { teamId, subscription } = await subscribed()
    const row = db.connection('owner').from('billing_accounts').where('team_id', teamId)
    await row.update({ stripe_customer_id: null })
    await db.manager.close('owner')
    await billing.deliver()
    const account = await billing.account(teamId)
    assert.equal(account.customerId, subscription.customer)
    assert.equal(account.status, 'active')
  })

  test('can be replayed, and fetched when they never came', async ({ assert }) => {
    const { teamId } = await subscribed()
    const [lost] = billing.take()
    assert.equal(await new ReplayStripeEvent().execute(lost!.id, system), 'fetched')
    await runBillingJobs()
    assert.equal((await billing.account(teamId)).status, 'active')
    assert.equal(await new ReplayStripeEvent().execute(lost!.id, system), 'replayed')
    await runBillingJobs()
    assert.deepEqual(await received(lost!.id), [{ handled: true }])
  })

  test('can be handled again from the administration, by operators alone', async ({ client, assert }) => {
    await subscribed()
    const [event] = billing.take()
    const operator = await aTeam('Olga Operator')
    await new SetOperator().execute({ email: operator.user.email, operator: true })
    const person = await User.findOrFail(operator.user.id)
    const replay = (id: string, user: User) =>
      client
        .post('/admin/stripe/replays')
        .loginAs(user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .form({ id })
        .redirects(0)
    const refused = await replay(event!.id, (await aTeam()).user)
    refused.assertStatus(404)
    const replayed = await replay(event!.id, person)
    replayed.assertStatus(302)
    await runBillingJobs()
    assert.deepEqual(await received(event!.id), [{ handled: true }])
    const page = await client.get('/admin/stripe').loginAs(person).withInertia()
    assert.equal(page.inertiaProps.events[0].id, event!.id)
    const unknown = await replay('evt_nothing', person)
    unknown.assertStatus(302)
    assert.deepEqual(await received('evt_nothing'), [])
  })

  test('about a trial that ends tell those who can do something about it, once', async ({ assert }) => {
    const { teamId, user, subscription } = await subscribed()
    await billing.deliver()
    subscription.status = 'trialing'
    subscription.trial_end = billing.world.now() + 3 * 86_400
    subscription.trial_start = billing.world.now()
    billing.world.emit('customer.subscription.trial_will_end', subscription)
    const [event] = billing.take()
    await billing.send(event!)
    await runBillingJobs()
    await new ReplayStripeEvent().execute(event!.id, system).then(() => billing.send(event!))
    const subjects = (await mailsTo(user.email)).map(({ subject }) => subject)
    assert.lengthOf(
      subjects.filter((subject) => subject.startsWith('The trial of')),
      1,
      subjects.join()
    )
    assert.equal((await billing.account(teamId)).status, 'trialing')
  })

  test('answer in less than a second', async ({ assert }) => {
    const { subscription } = await subscribed()
    billing.stripe.trouble(/subscriptions/, 'down', 100)
    const started = performance.now()
    await billing.send(anEvent('customer.subscription.updated', subscription))
    assert.isBelow(performance.now() - started, 10_000)
    billing.stripe.calm()
    await billing.deliver()
  })

  test('of one team say nothing to another', async ({ assert }) => {
    const bystander: Team = await aTeam()
    await subscribed()
    await billing.deliver()
    const account = await billing.account(bystander.teamId)
    assert.isNull(account.customerId)
    assert.equal(entitlementsOfAccount(account).plan, 'free')
  })
})
