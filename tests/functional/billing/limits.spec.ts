import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { withTeam } from '#accounts/services/tenancy'
import { plans } from '#billing/catalogue/plans'
import { forgetEntitlements } from '#billing/services/team_entitlements'
import AddProject from '#projects/actions/add_project'
import PlanLimitException from '#shared/exceptions/plan_limit_exception'
import { entitlements } from '#shared/plan/entitlements'
import env from '#start/env'
import { anApiUser, assertProblem, finish, projectRows } from '#tests/support/api'
import { setting } from '#tests/support/setting'
import { type Billing, billingOn } from '#tests/support/stripe/billing'
import { aPayingTeam } from '#tests/support/stripe/subscribed'
import { aMember, aTeam } from '#tests/support/team'
import CreateWorkflow from '#workflows/actions/create_workflow'
import RerunWorkflow from '#workflows/actions/rerun_workflow'
import { defaultLimits } from '#workflows/sandbox/contract'
import { limitsOfPlan } from '#workflows/services/run_settings'

const month = () => new Date().toISOString().slice(0, 7).concat('-01')

/** What has been used of this month. */
const used = (teamId: string, usage: { workflows?: number; sandbox_ms?: number; platform_micros?: number }) =>
  withTeam(teamId, (trx) =>
    trx
      .table('monthly_usage')
      .insert({ team_id: teamId, month: month(), ...usage })
      .onConflict(['team_id', 'month'])
      .merge()
  )

const made = new Set<string>()

const run = (teamId: string, projectId: string, idempotencyKey: string | null = null) => {
  made.add(teamId)
  return new CreateWorkflow().execute({ teamId, userId: null, projectId, task: 'tidy up', idempotencyKey })
}

async function refusalOf(work: Promise<unknown>) {
  try {
    await work
  } catch (error) {
    if (error instanceof PlanLimitException) return error
    throw error
  }
  throw new Error('it was not refused')
}

test.group('Limits of a plan that is sold', (group) => {
  let billing: Billing
  let off: () => Promise<void>
  group.setup(async () => {
    ;({ billing, off } = await billingOn())
    return () => off()
  })
  // What stays queued would be run by the workers of later tests.
  group.teardown(async () => {
    for (const teamId of made) await withTeam(teamId, (trx) => trx.from('projects').delete())
  })

  test('say which, how much is left, when it resets and what lifts it', async ({ assert }) => {
    const { teamId } = await aTeam()
    await used(teamId, { workflows: 20 })
    const answer = await (await entitlements()).check(teamId, 'workflows_per_month')
    if (answer.allowed) throw new Error('it was not refused')
    assert.equal(answer.max, 20)
    assert.equal(answer.used, 20)
    assert.match(answer.resetsAt ?? '', /-01T00:00:00/)
    assert.match(
      answer.message,
      /^The plan Free has 20 workflows a month; none is left. Upgrade under Billing, or wait: the count begins anew on 1 \w+ \d{4}\.$/
    )
    assert.deepEqual(await (await entitlements()).check(teamId, 'projects'), { allowed: true, left: 1 })
  })

  test('count each workflow once, also those that start at the same moment', async ({ assert }) => {
    const { teamId } = await aTeam()
    const [projectId] = await projectRows(teamId, ['one'])
    await used(teamId, { workflows: 15 })
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => run(teamId, projectId!)))
    assert.lengthOf(
      results.filter(({ status }) => status === 'fulfilled'),
      5
    )
    const refusal = await refusalOf(run(teamId, projectId!))
    assert.equal(refusal.refusal?.limit, 'workflows_per_month')
    assert.equal(refusal.refusal?.used, 20)
  })

  test('do not count what was asked for before, nor what there is no project for', async ({ assert }) => {
    const { teamId } = await aTeam()
    const [projectId] = await projectRows(teamId, ['one'])
    await used(teamId, { workflows: 19 })
    const first = await run(teamId, projectId!, 'again')
    const second = await run(teamId, projectId!, 'again')
    assert.isTrue(first.ok && second.ok && first.value.id === second.value.id)
    const elsewhere = await aTeam()
    const missing = await run(elsewhere.teamId, projectId!)
    assert.deepEqual(missing, { ok: false, error: 'project_not_found' })
    const full = await run(teamId, crypto.randomUUID())
    assert.deepEqual(full, { ok: false, error: 'project_not_found' })
  })

  test('hold for a further run, and are not given back by removing anything', async ({ assert }) => {
    const { teamId } = await aTeam()
    const [projectId] = await projectRows(teamId, ['one'])
    await used(teamId, { workflows: 19 })
    const made = await run(teamId, projectId!)
    if (!made.ok) throw new Error(made.error)
    await finish(teamId, made.value.id)
    const again = { teamId, userId: null, workflowId: made.value.id, from: 'analyze' as const }
    assert.equal((await refusalOf(new RerunWorkflow().execute(again))).status, 402)
    await withTeam(teamId, (trx) => trx.from('projects').where('id', projectId!).delete())
    const [other] = await projectRows(teamId, ['two'])
    await refusalOf(run(teamId, other!))
  })

  test('of sandbox minutes stop the next start, not what runs', async ({ assert }) => {
    const { teamId } = await aTeam()
    const [projectId] = await projectRows(teamId, ['one'])
    await used(teamId, { sandbox_ms: 60 * 60_000 })
    const refusal = await refusalOf(run(teamId, projectId!))
    assert.equal(refusal.refusal?.limit, 'sandbox_minutes_per_month')
    assert.match(refusal.message, /60 minutes in the sandbox a month; none is left/)
  })

  test('of projects hold for those that are added at the same moment', async ({ assert }) => {
    const team = await aTeam()
    const add = () =>
      new AddProject().execute({ teamId: team.teamId, userId: team.user.id, source: 'sample' })
    const results = await Promise.allSettled([add(), add(), add(), add()])
    assert.lengthOf(
      results.filter(({ status }) => status === 'fulfilled'),
      2
    )
    const refusal = await refusalOf(add())
    assert.match(
      refusal.message,
      /The plan Free has 2 projects; none is left. Upgrade under Billing, or remove one\./
    )
  })

  test('are answered 402 by the API, with the figures', async ({ assert, client }) => {
    const { teamId, token } = await anApiUser()
    const [projectId] = await projectRows(teamId, ['one'])
    await used(teamId, { workflows: 20 })
    const response = await client
      .post('/api/workflows')
      .bearerToken(token)
      .json({ projectId: projectId!, task: 'tidy up' })
    const problem = assertProblem(assert, response, 402)
    assert.equal(problem.limit.name, 'workflows_per_month')
    assert.equal(problem.limit.max, 20)
    const plan = await client.get('/api/plan').bearerToken(token)
    plan.assertStatus(200)
    assert.equal(plan.body().plan, 'free')
    assert.equal(plan.body().limits[0].used, 20)
  })

  test('are told to agents over MCP in the same sentence', async ({ assert }) => {
    const { teamId, token } = await anApiUser(['write'])
    const [project] = await projectRows(teamId, ['one'])
    await used(teamId, { workflows: 20 })
    const agent = new Client({ name: 'test', version: '1' })
    const requestInit = { headers: { authorization: `Bearer ${token}` } }
    const address = new URL(`http://${env.get('HOST')}:${env.get('PORT')}/mcp`)
    await agent.connect(new StreamableHTTPClientTransport(address, { requestInit }) as never)
    const answer = await agent.callTool({ name: 'start_workflow', arguments: { project, task: 'tidy up' } })
    await agent.close()
    assert.isTrue(answer.isError)
    const [{ text }] = answer.content as [{ text: string }]
    assert.match(text, /^The plan Free has 20 workflows a month; none is left. Upgrade under Billing/)
  })

  test('send a page back with what was typed, and the way out', async ({ assert, client }) => {
    const { teamId, user } = await aTeam()
    const [projectId] = await projectRows(teamId, ['one'])
    await used(teamId, { workflows: 20 })
    const response = await client
      .post('/workflows')
      .form({ projectId: projectId!, task: 'tidy up', formToken: crypto.randomUUID() })
      .header('referer', '/dashboard')
      .withCsrfToken()
      .loginAs(user)
      .redirects(0)
    response.assertStatus(302)
    assert.match(String(response.flashMessage('limit')), /20 workflows a month/)
  })

  test('leave a team that owes able to read, and nothing else', async ({ assert, client }) => {
    const { teamId, token } = await anApiUser()
    const [projectId] = await projectRows(teamId, ['one'])
    const since = new Date(Date.now() - 8 * 86_400_000)
    await withTeam(teamId, (trx) =>
      trx.table('billing_accounts').insert({
        team_id: teamId,
        stripe_customer_id: `cus_${teamId}`,
        plan: 'solo',
        status: 'past_due',
        past_due_since: since,
      })
    )
    forgetEntitlements(teamId)
    const refusal = await refusalOf(run(teamId, projectId!))
    assert.match(refusal.message, /can only read until it is paid/)
    await refusalOf(new AddProject().execute({ teamId, userId: null, source: 'sample' }))
    const list = await client.get('/api/workflows').bearerToken(token)
    list.assertStatus(200)
  })

  test('of spending are the credit, and what the team allows itself once it pays', async ({ assert }) => {
    const { teamId } = await aTeam()
    await used(teamId, { platform_micros: 900_000 })
    const spending = async () => (await entitlements()).spending(teamId)
    assert.equal((await spending()).leftMicros, 100_000)
    const account = {
      team_id: teamId,
      stripe_customer_id: `cus_${teamId}`,
      plan: 'solo',
      status: 'active',
      spend_cap_micros: 5_000_000,
    }
    await withTeam(teamId, (trx) => trx.table('billing_accounts').insert(account))
    assert.equal((await spending()).leftMicros, 14_100_000)
    await withTeam(teamId, (trx) =>
      trx
        .from('billing_accounts')
        .where('team_id', teamId)
        .update({ past_due_since: new Date(), status: 'past_due' })
    )
    assert.equal((await spending()).leftMicros, 9_100_000, 'who owes runs up nothing more')
    await used(teamId, { platform_micros: 20_000_000 })
    const none = await spending()
    assert.equal(none.leftMicros, 0)
    assert.match(none.message, /\$20\.00 of model usage is spent this month/)
  })

  test('of members count who is invited', async ({ assert }) => {
    const { teamId } = await aTeam()
    await aMember(teamId, 'viewer')
    const answer = await (await entitlements()).check(teamId, 'members')
    assert.isFalse(answer.allowed)
    assert.match(answer.allowed ? '' : answer.message, /The plan Free has 1 member; none is left/)
  })

  test('of a run in the sandbox are all those of the plan', async ({ assert }) => {
    const [free, team] = [await aTeam(), await aPayingTeam(billing, 'team')]
    for (const [teamId, plan] of [
      [free.teamId, plans.free],
      [team.teamId, plans.team],
    ] as const) {
      const { wallSeconds, ...limits } = plan.entitlements.sandbox
      const bounds = await limitsOfPlan(teamId)
      assert.deepEqual(bounds, { ...limits, wallMs: wallSeconds * 1000 })
      assert.sameMembers(Object.keys(bounds), Object.keys(defaultLimits))
    }
  })

  test('are no limits while billing is off, whatever was bought before', async ({ assert }) => {
    const { teamId } = await aTeam()
    const [projectId] = await projectRows(teamId, ['one'])
    await used(teamId, { workflows: 20 })
    const key = env.get('STRIPE_SECRET_KEY')
    setting('STRIPE_SECRET_KEY', undefined)
    try {
      assert.isTrue((await run(teamId, projectId!)).ok)
      assert.equal((await (await entitlements()).of(teamId)).plan, 'self_hosted')
      setting('BILLING_DEFAULT_PLAN', 'free')
      const refusal = await refusalOf(run(teamId, projectId!))
      assert.match(refusal.message, /The operator of this installation can raise it/)
    } finally {
      setting('BILLING_DEFAULT_PLAN', undefined)
      setting('STRIPE_SECRET_KEY', key)
    }
  })

  test('belong to their team', async ({ assert }) => {
    const [one, other] = [await aTeam(), await aTeam()]
    await used(one.teamId, { workflows: 20 })
    const answer = await (await entitlements()).check(other.teamId, 'workflows_per_month')
    assert.isTrue(answer.allowed)
    const { rows } = await db.rawQuery('select count(*)::int as count from monthly_usage')
    assert.equal(rows[0].count, 0)
    assert.isDefined(billing)
  })
})
