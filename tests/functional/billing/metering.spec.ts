import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import ReconcileUsage from '#billing/actions/reconcile_usage'
import ReportUsage from '#billing/actions/report_usage'
import SetSpendCap from '#billing/actions/set_spend_cap'
import { forecast, usageReport } from '#billing/queries/usage_report'
import { monthOf } from '#billing/services/month'
import { recordUsage } from '#llm/actions/record_usage'
import { system } from '#shared/audit/record'
import { entitlements } from '#shared/plan/entitlements'
import { aWorkflow, finish } from '#tests/support/api'
import { type Billing, billingOn } from '#tests/support/stripe/billing'
import { aPayingTeam } from '#tests/support/stripe/subscribed'
import { pruneHistory } from '#workflows/jobs/prune_history'

const usageOf = (micros: number, payer: 'platform' | 'team') => ({
  callId: crypto.randomUUID(),
  provider: 'openai',
  model: 'gpt',
  purpose: 'edit' as const,
  inputTokens: 10,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 10,
  reasoningTokens: 0,
  costMicros: micros,
  priceVersion: 'test',
  latencyMs: 10,
  payer,
  cacheHit: false,
  savedMicros: 0,
})

test.group('Metered usage', (group) => {
  let billing: Billing
  let off: () => Promise<void>
  group.setup(async () => {
    ;({ billing, off } = await billingOn())
    return () => off()
  })

  /** A paying team with a workflow that calls models; Solo includes $10. */
  async function aSpender() {
    const team = await aPayingTeam(billing)
    const workflow = await aWorkflow(team.teamId)
    const step = await withTeam(team.teamId, (trx) =>
      trx.from('workflow_steps').where('workflow_id', workflow.id).select('id').firstOrFail()
    )
    const owner = { teamId: team.teamId, workflowId: workflow.id, stepId: step.id }
    const spend = (dollars: number, payer: 'platform' | 'team' = 'platform') =>
      recordUsage(owner, usageOf(dollars * 1_000_000, payer) as never)
    const cap = (dollars: number) =>
      new SetSpendCap().execute({ teamId: team.teamId, actor: system, micros: dollars * 1_000_000 })
    const report = () => new ReportUsage().execute(team.teamId)
    const told = () =>
      [...billing.world.meterEvents.values()]
        .filter((event) => event.customer === team.customerId)
        .reduce((sum, event) => sum + event.value, 0)
    return { ...team, workflow, spend, cap, report, told }
  }

  test('is charged beyond the credit alone, and own keys never', async ({ assert }) => {
    const { spend, cap, report, told } = await aSpender()
    await cap(50)
    await spend(9)
    await spend(30, 'team')
    await report()
    assert.equal(told(), 0)
    await spend(4)
    await report()
    await report()
    assert.equal(told(), 3_000_000)
    await spend(2.5)
    await report()
    assert.equal(told(), 5_500_000)
  })

  test('is never charged beyond the spend cap', async ({ assert }) => {
    const { spend, cap, report, told } = await aSpender()
    await spend(25)
    await report()
    assert.equal(told(), 0, 'without a cap nothing beyond the credit is charged')
    await cap(5)
    await report()
    assert.equal(told(), 5_000_000)
    await cap(0)
    await spend(3)
    await report()
    assert.equal(told(), 5_000_000)
  })

  test('counts once, however often answers are lost', async ({ assert }) => {
    const { teamId, spend, cap, report, told } = await aSpender()
    await cap(50)
    await spend(12)
    billing.stripe.trouble(/meter_events$/, 'lost', 3)
    await assert.rejects(report)
    assert.equal(told(), 2_000_000)
    await spend(1)
    await report()
    assert.equal(told(), 3_000_000)
    const sums = await new ReconcileUsage().execute(teamId)
    assert.deepEqual(sums, {
      month: monthOf(),
      ledger: 13_000_000,
      counted: 13_000_000,
      reported: 3_000_000,
      stripe: 3_000_000,
    })
  })

  test('is told by one of two reporters that run at once', async ({ assert }) => {
    const { spend, cap, report, told } = await aSpender()
    await cap(50)
    await spend(20)
    await Promise.all([report(), report(), report()])
    assert.equal(told(), 10_000_000)
  })

  test('differences between ledger, count and Stripe are listed until they are gone', async ({ assert }) => {
    const { teamId, customerId, spend, cap, report } = await aSpender()
    await cap(50)
    await spend(15)
    await report()
    const differences = async () => {
      const { rows } = await db.rawQuery('select * from list_usage_differences() where team_id = ?', [teamId])
      return rows
    }
    await new ReconcileUsage().execute(teamId)
    assert.lengthOf(await differences(), 0)
    const [meter] = billing.world.meters.keys()
    const at = billing.world.now() - 60
    billing.world.meterEvents.set('of somebody else', { customer: customerId, value: 7, at, meter: meter! })
    await new ReconcileUsage().execute(teamId)
    const [found] = await differences()
    assert.equal(found.stripe_micros, 5_000_007)
    assert.equal(found.reported_micros, 5_000_000)
    billing.world.meterEvents.delete('of somebody else')
    await new ReconcileUsage().execute(teamId)
    assert.lengthOf(await differences(), 0)
  })

  test('stays in the ledger when its workflow is removed, and used credit is not given back', async ({
    assert,
  }) => {
    const { teamId, workflow, spend } = await aSpender()
    await spend(4)
    await withTeam(teamId, (trx) => trx.from('projects').where('id', workflow.projectId).delete())
    assert.equal((await (await entitlements()).spending(teamId)).usedMicros, 4_000_000)
    const { projects } = await usageReport(teamId)
    assert.deepEqual(
      projects.map(({ name, platformMicros }) => [name, platformMicros]),
      [[null, 4_000_000]]
    )
  })

  test('is shown by project and by workflow, and what the month comes to', async ({ assert }) => {
    const { teamId, workflow, spend } = await aSpender()
    await spend(6)
    await spend(2, 'team')
    const report = await usageReport(teamId)
    assert.equal(report.projects[0]?.id, workflow.projectId)
    assert.equal(report.projects[0]?.platformMicros, 6_000_000)
    assert.equal(report.projects[0]?.ownMicros, 2_000_000)
    assert.equal(report.workflows[0]?.id, workflow.id)
    assert.equal(forecast(5_000_000, new Date('2026-04-11T00:00:00Z')), 15_000_000)
    assert.isNull(forecast(5_000_000, new Date('2026-04-01T05:00:00Z')))
  })

  test('outlives history, which is kept as long as the plan says', async ({ assert }) => {
    const { teamId, workflow, spend } = await aSpender()
    const younger = await aWorkflow(teamId)
    await spend(1)
    for (const { id } of [workflow, younger]) await finish(teamId, id)
    await withTeam(teamId, (trx) =>
      trx
        .from('workflows')
        .where('id', workflow.id)
        .update({ finished_at: new Date(Date.now() - 181 * 86_400_000) })
    )
    const context = { id: 'x', teamId, attempt: 1, signal: AbortSignal.timeout(60_000) }
    await pruneHistory.run({ teamId }, context)
    const left = await withTeam(teamId, (trx) => trx.from('workflows').select('id'))
    assert.deepEqual(
      left.map(({ id }) => id),
      [younger.id]
    )
    const ledger = await withTeam(teamId, (trx) => trx.from('usage_records').select('workflow_id'))
    assert.deepEqual(ledger, [{ workflow_id: null }])
  })
})
