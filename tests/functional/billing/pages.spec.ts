import { test } from '@japa/runner'
import type { Role } from '#accounts/enums/role'
import { type Billing, billingOn } from '#tests/support/stripe/billing'
import { aPayingTeam } from '#tests/support/stripe/subscribed'
import { aMember, aTeam } from '#tests/support/team'

test.group('Billing pages', (group) => {
  let billing: Billing
  let off: () => Promise<void>
  group.setup(async () => {
    ;({ billing, off } = await billingOn())
    return () => off()
  })
  group.each.teardown(() => billing.stripe.calm())

  test('show prices to everybody', async ({ client, assert }) => {
    const response = await client.get('/pricing').withInertia()
    response.assertStatus(200)
    response.assertInertiaComponent('billing/pricing')
    const { plans, on } = response.inertiaProps as { plans: { key: string; prices: object }[]; on: boolean }
    assert.isTrue(on)
    assert.deepEqual(
      plans.map(({ key, prices }) => [key, prices]),
      [
        ['free', null],
        ['solo', { month: 3900, year: 39_000 }],
        ['team', { month: 9900, year: 99_000 }],
      ]
    )
  })

  test('lead to the checkout, and to nothing else that somebody asks for', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    const send = (form: object) =>
      client
        .post('/billing/checkouts')
        .form(form)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .withInertia()
        .loginAs(user)
        .redirects(0)
    const away = await send({ plan: 'solo', interval: 'month' })
    assert.equal(away.status(), 409)
    assert.match(away.header('x-inertia-location') ?? '', /\/c\/cs_test_/)
    const cheap = await send({ plan: 'team', interval: 'month', amount: 1, price: 'price_1', team_id: 'x' })
    assert.equal(cheap.status(), 409)
    const session = [...billing.world.sessions.values()].at(-1)!
    assert.equal(session.client_reference_id, teamId)
    const [item] = billing.world.pendingItems.get(session.id)!
    assert.equal(billing.world.prices.get(item!.price)!.unit_amount, 9900)
    const sessions = billing.world.sessions.size
    for (const form of [{ plan: 'free', interval: 'month' }, { plan: 'solo', interval: 'day' }, {}]) {
      assert.equal((await send(form)).status(), 302)
    }
    assert.equal(billing.world.sessions.size, sessions)
  })

  test('believe nobody who only says that they have paid', async ({ client, assert }) => {
    const { user } = await aTeam()
    const response = await client.get('/billing?checkout=done').withInertia().loginAs(user)
    const { billing: shown } = response.inertiaProps as { billing: { plan: { key: string } } }
    assert.equal(shown.plan.key, 'free')
  })

  test('show the plan to whoever comes back before the webhook does', async ({ client, assert }) => {
    const { user } = await aTeam()
    const away = await client
      .post('/billing/checkouts')
      .form({ plan: 'solo', interval: 'month' })
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .withInertia()
      .loginAs(user)
      .redirects(0)
    billing.person.checkOut(away.header('x-inertia-location')!.split('/').at(-1)!)
    const response = await client.get('/billing?checkout=done').withInertia().loginAs(user)
    const { billing: shown } = response.inertiaProps as { billing: { plan: { key: string } } }
    assert.equal(shown.plan.key, 'solo')
    await billing.deliver()
  })

  test('preview and make a change, cancel and go on, list invoices', async ({ client, assert }) => {
    const { user, teamId } = await aPayingTeam(billing)
    const preview = await client.get('/billing/plan?plan=team&interval=month').withInertia().loginAs(user)
    preview.assertInertiaComponent('billing/change')
    const { preview: shown } = preview.inertiaProps as { preview: { dueNow: number; at: number } }
    assert.isAbove(shown.dueNow, 5000)
    const put = await client
      .put('/billing/plan')
      .form({ plan: 'team', interval: 'month', previewedAt: shown.at })
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .loginAs(user)
      .redirects(0)
    put.assertStatus(302)
    assert.equal((await billing.account(teamId)).plan, 'team')
    await client
      .post('/billing/cancellation')
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .loginAs(user)
      .redirects(0)
    assert.isNotNull((await billing.account(teamId)).cancelAt)
    await client
      .delete('/billing/cancellation')
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .loginAs(user)
      .redirects(0)
    assert.isNull((await billing.account(teamId)).cancelAt)
    const invoices = await client.get('/billing/invoices').withInertia().loginAs(user)
    const { invoices: list } = invoices.inertiaProps as { invoices: { total: number; pdf: string }[] }
    assert.deepEqual(
      list.map(({ total }) => total),
      [shown.dueNow, 3900]
    )
    assert.isTrue(list.every(({ pdf }) => pdf.endsWith('/pdf')))
  })

  test('say so when Stripe does not answer', async ({ client, assert }) => {
    const { user } = await aPayingTeam(billing)
    billing.stripe.trouble(/invoices/, 'down', 10)
    const invoices = await client.get('/billing/invoices').withInertia().loginAs(user)
    invoices.assertInertiaPropsContains({ invoices: null })
    billing.stripe.trouble(/portal/, 'down', 10)
    const portal = await client
      .post('/billing/portal')
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .loginAs(user)
      .redirects(0)
    portal.assertStatus(302)
    assert.match(String(portal.flashMessage('error')), /Stripe does not answer at the moment/)
  })

  test('set the spend cap, for amounts that are amounts', async ({ client, assert }) => {
    const { user, teamId } = await aPayingTeam(billing)
    const put = (micros: unknown) =>
      client
        .put('/billing/spend-cap')
        .form({ micros })
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .loginAs(user)
        .redirects(0)
    await put(25_000_000)
    assert.equal((await billing.account(teamId)).spendCapMicros, 25_000_000)
    for (const wrong of [-1, 1.5, 'much', 100_000_000_001]) await put(wrong)
    assert.equal((await billing.account(teamId)).spendCapMicros, 25_000_000)
  })

  const pages = ['/billing', '/billing/usage', '/billing/invoices']

  test('are all open to the role billing, which sees no code', async ({ client, assert }) => {
    const { teamId } = await aTeam()
    const person = await aMember(teamId, 'billing')
    for (const page of pages) {
      assert.equal(
        (await client.get(page).loginAs(person).withSession({ team_id: teamId })).status(),
        200,
        page
      )
    }
    const dashboard = await client
      .get('/dashboard')
      .loginAs(person)
      .withSession({ team_id: teamId })
      .redirects(0)
    assert.match(dashboard.header('location') ?? '', /^\/billing/, 'where they come to after signing in')
    for (const page of ['/projects', '/workflows', '/models']) {
      assert.equal(
        (await client.get(page).loginAs(person).withSession({ team_id: teamId })).status(),
        403,
        page
      )
    }
  })

  for (const role of ['developer', 'viewer'] satisfies Role[]) {
    test(`are closed to the role ${role}`, async ({ client, assert }) => {
      const { teamId } = await aTeam()
      const person = await aMember(teamId, role)
      for (const page of pages) {
        assert.equal(
          (await client.get(page).loginAs(person).withSession({ team_id: teamId })).status(),
          403,
          page
        )
      }
    })
  }

  test('let an admin look, and buy nothing', async ({ client, assert }) => {
    const { teamId } = await aTeam()
    const person = await aMember(teamId, 'admin')
    assert.equal(
      (await client.get('/billing').loginAs(person).withSession({ team_id: teamId })).status(),
      200
    )
    const attempts = [
      client.post('/billing/checkouts').form({ plan: 'solo', interval: 'month' }),
      client.put('/billing/plan').form({ plan: 'solo', interval: 'month' }),
      client.post('/billing/cancellation'),
      client.delete('/billing/cancellation'),
      client.post('/billing/portal'),
      client.put('/billing/spend-cap').form({ micros: 1 }),
    ]
    for (const attempt of attempts) {
      assert.equal(
        (
          await attempt.withCsrfToken().loginAs(person).withSession({ team_id: teamId }).redirects(0)
        ).status(),
        403
      )
    }
  })

  test('need somebody who is signed in', async ({ client }) => {
    const response = await client.get('/billing').redirects(0)
    response.assertStatus(302)
    response.assertHeader('location', '/login')
  })

  test('show nothing of another team', async ({ client, assert }) => {
    const theirs = await aPayingTeam(billing)
    const { user } = await aTeam()
    const invoices = await client.get('/billing/invoices').withInertia().loginAs(user)
    invoices.assertInertiaPropsContains({ invoices: [] })
    const page = await client.get('/billing').loginAs(user)
    assert.notInclude(page.text(), theirs.customerId)
  })
})

test.group('Billing pages of an installation that sells nothing', () => {
  test('say so, and refuse what would sell', async ({ client, assert }) => {
    const { user } = await aTeam()
    const response = await client.get('/billing').withInertia().loginAs(user)
    const { billing } = response.inertiaProps as { billing: { on: boolean; plan: { name: string } } }
    assert.isFalse(billing.on)
    assert.equal(billing.plan.name, 'Self-hosted')
    const buy = await client
      .post('/billing/checkouts')
      .form({ plan: 'solo', interval: 'month' })
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .loginAs(user)
      .redirects(0)
    assert.equal(buy.status(), 404)
    assert.equal((await client.post('/stripe/webhook').json({})).status(), 404)
  })
})
