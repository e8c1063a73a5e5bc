import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import HoldMoney from '#llm/actions/hold_money'
import { recordUsage } from '#llm/actions/record_usage'
import ReleaseHold from '#llm/actions/release_hold'
import { releaseStaleHolds } from '#llm/jobs/release_stale_holds'
import { monthOf, noMonth } from '#llm/services/months'
import env from '#start/env'
import { anotherWorkflow, aPlace, aUsage, type Place } from '#tests/support/llm'
import { prepareDatabase } from '#tests/support/prepare_database'

type Budget = { scope: string; limit: number; projectId?: string; workflowId?: string }

function setBudgets(teamId: string, budgets: Budget[]) {
  const rows = budgets.map(({ scope, limit, projectId = null, workflowId = null }) => {
    return { team_id: teamId, scope, limit_micros: limit, project_id: projectId, workflow_id: workflowId }
  })
  return withTeam(teamId, (trx) => trx.table('budgets').multiInsert(rows))
}

function counter(teamId: string, scope: string, subject: string, month = noMonth) {
  return withTeam(teamId, async (trx) => {
    const row = await trx.from('spend_counters').where({ scope, subject, month }).first()
    return row ? { spent: Number(row.spent_micros), held: Number(row.held_micros) } : null
  })
}

test.group('Budgets', (group) => {
  group.setup(prepareDatabase)

  test('50 calls that start together are never promised more than there is', async ({ assert }) => {
    const place = await aPlace()
    await setBudgets(place.teamId, [{ scope: 'team', limit: 1_000_000 }])
    const starts = await Promise.all(Array.from({ length: 50 }, () => new HoldMoney().execute(place)))
    const held = starts.flatMap((start) => (start.kind === 'held' ? [start.allowance.micros ?? 0] : []))
    assert.isAtMost(
      held.reduce((sum, micros) => sum + micros, 0),
      1_000_000
    )
    assert.lengthOf(held, 3)
    assert.lengthOf(
      starts.filter(({ kind }) => kind === 'wait'),
      47
    )
    assert.deepEqual(await counter(place.teamId, 'team', place.teamId, monthOf()), {
      spent: 0,
      held: 900_000,
    })
  })

  test('what is spent is taken off the hold, the rest comes back, once', async ({ assert }) => {
    const place = await aPlace()
    await setBudgets(place.teamId, [{ scope: 'workflow', limit: 1_000_000 }])
    const hold = await new HoldMoney().execute(place)
    if (hold.kind !== 'held') return assert.fail('nothing was held')
    const call = aUsage()
    assert.isTrue(await recordUsage({ ...place, holdId: hold.id }, call))
    assert.isFalse(await recordUsage({ ...place, holdId: hold.id }, call))
    assert.deepEqual(await counter(place.teamId, 'workflow', place.workflowId), {
      spent: 100_000,
      held: 200_000,
    })
    await new ReleaseHold().execute(place.teamId, hold.id!)
    await new ReleaseHold().execute(place.teamId, hold.id!)
    for (const scope of ['workflow', 'step'] as const) {
      const subject = scope === 'workflow' ? place.workflowId : place.stepId
      assert.deepEqual(await counter(place.teamId, scope, subject), { spent: 100_000, held: 0 })
    }
  })

  test('{scope}: the last call is told that there is no more, and why')
    .with([{ scope: 'team' }, { scope: 'project' }, { scope: 'workflow' }, { scope: 'step' }] as const)
    .run(async ({ assert }, { scope }) => {
      const place = await aPlace()
      const of = { team: {}, project: { projectId: place.projectId }, workflow: {}, step: {} }[scope]
      await setBudgets(place.teamId, [{ scope, limit: 250_000, ...of }])
      await recordUsage(place, aUsage({ costMicros: 200_000 }))
      const hold = await new HoldMoney().execute(place)
      if (hold.kind !== 'held') return assert.fail('nothing was held')
      assert.deepEqual(hold.allowance, { micros: 50_000, platformMicros: null, final: true })
      assert.match(hold.why, /^\$0\.20 of \$0\.25 is spent of .*(team|project|workflow|step)/)
    })

  test('a workflow’s own limit counts before its project’s, that before the team’s', async ({ assert }) => {
    const place = await aPlace()
    const { teamId, projectId, workflowId } = place
    await setBudgets(teamId, [
      { scope: 'workflow', limit: 10_000 },
      { scope: 'workflow', limit: 20_000, projectId },
      { scope: 'workflow', limit: 30_000, workflowId },
    ])
    const own = await new HoldMoney().execute(place)
    const other = await new HoldMoney().execute({ ...place, ...(await anotherWorkflow(teamId, projectId)) })
    assert.equal(own.kind === 'held' && own.allowance.micros, 30_000)
    assert.equal(other.kind === 'held' && other.allowance.micros, 20_000)
  })

  test('without any limit nothing is held, but everything is counted', async ({ assert }) => {
    const place = await aPlace()
    const hold = await new HoldMoney().execute(place)
    assert.deepEqual(hold.kind === 'held' && hold.allowance, {
      micros: null,
      platformMicros: null,
      final: true,
    })
    await recordUsage(place, aUsage())
    assert.deepEqual(await counter(place.teamId, 'project', place.projectId, monthOf()), {
      spent: 100_000,
      held: 0,
    })
  })

  test('a call whose cost is not known counts with the most that it can have cost', async ({ assert }) => {
    const place = await aPlace()
    await setBudgets(place.teamId, [{ scope: 'workflow', limit: 1_000_000 }])
    await recordUsage(place, aUsage({ costMicros: null }))
    assert.deepEqual(await counter(place.teamId, 'workflow', place.workflowId), { spent: 250_000, held: 0 })
    const { cost_micros: cost } = await withTeam(place.teamId, (trx) =>
      trx.from('workflows').where('id', place.workflowId).firstOrFail()
    )
    assert.equal(Number(cost), 0)
  })

  test('another team’s spending is not seen', async ({ assert }) => {
    const place = await aPlace()
    const other = await aPlace()
    await setBudgets(place.teamId, [{ scope: 'team', limit: 300_000 }])
    await recordUsage(other, aUsage({ costMicros: 900_000 }))
    const hold = await new HoldMoney().execute(place)
    assert.equal(hold.kind === 'held' && hold.allowance.micros, 300_000)
    assert.isNull(await counter(place.teamId, 'team', other.teamId, monthOf()))
  })

  test('what a killed worker has held comes back', async ({ assert }) => {
    const place = await aPlace()
    await setBudgets(place.teamId, [{ scope: 'team', limit: 1_000_000 }])
    await new HoldMoney().execute(place)
    await db
      .connection('owner')
      .rawQuery("update spend_holds set created_at = now() - interval '3 hours' where team_id = ?", [
        place.teamId,
      ])
    await releaseStaleHolds.run(
      {},
      { id: '', teamId: null, attempt: 1, signal: new AbortController().signal }
    )
    assert.deepEqual(await counter(place.teamId, 'team', place.teamId, monthOf()), { spent: 0, held: 0 })
    assert.deepEqual(await counter(place.teamId, 'step', place.stepId), { spent: 0, held: 0 })
  })
})

test.group('Platform credit', (group) => {
  group.setup(prepareDatabase)

  group.setup(() => {
    const before = env.get('BILLING_DEFAULT_PLAN')
    env.set('BILLING_DEFAULT_PLAN', 'free')
    return () => env.set('BILLING_DEFAULT_PLAN', before ?? 'self_hosted')
  })

  /** The free plan has a dollar of credit; this is left of it. */
  async function placeWithCredit(left: number): Promise<Place> {
    const place = await aPlace()
    const spent = aUsage({ payer: 'platform', costMicros: 1_000_000 - left })
    await recordUsage({ ...place, workflowId: null, stepId: null }, spent)
    return place
  }

  test('it limits calls on the installation’s keys, and only those', async ({ assert }) => {
    const place = await placeWithCredit(100_000)
    const hold = await new HoldMoney().execute(place)
    if (hold.kind !== 'held') return assert.fail('nothing was held')
    assert.deepEqual(hold.allowance, { micros: null, platformMicros: 100_000, final: true })
    assert.match(hold.why, /\$0\.90 of model usage is spent this month, of \$1\.00 included/)
    await recordUsage({ ...place, holdId: hold.id }, aUsage({ payer: 'platform', costMicros: 40_000 }))
    assert.deepEqual(await counter(place.teamId, 'platform', place.teamId, monthOf()), {
      spent: 940_000,
      held: 60_000,
    })
    const month = await withTeam(place.teamId, (trx) => trx.from('monthly_usage').firstOrFail())
    assert.equal(Number(month.platform_micros), 940_000)
  })

  test('calls that run hold it, and others wait', async ({ assert }) => {
    const place = await placeWithCredit(100_000)
    const kinds = await Promise.all(Array.from({ length: 10 }, () => new HoldMoney().execute(place)))
    assert.lengthOf(
      kinds.filter(({ kind }) => kind === 'held'),
      1
    )
  })
})
