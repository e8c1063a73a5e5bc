import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { aWorkflow } from '#tests/support/api'
import { aTeam, type Team } from '#tests/support/team'
import ApproveWorkflow from '#workflows/actions/approve_workflow'
import CancelWorkflow from '#workflows/actions/cancel_workflow'
import RerunWorkflow from '#workflows/actions/rerun_workflow'
import SettleStep from '#workflows/actions/settle_step'
import { listEvents } from '#workflows/queries/list_events'
import { showWorkflow } from '#workflows/queries/show_workflow'
import { appendEventsWhileHeld } from '#workflows/services/event_log'
import { claimStep, heartbeat, LeaseLost, releaseStep, type StepLease } from '#workflows/services/step_lease'
import { StepLog } from '#workflows/services/step_log'
import { StepRunner } from '#workflows/services/step_runner'

interface Queued {
  teamId: string
  workflowId: string
  stepId: string
}

async function aQueuedStep(team?: Team): Promise<Queued> {
  const { teamId } = team ?? (await aTeam())
  const { id } = await aWorkflow(teamId)
  const { steps } = await showWorkflow(teamId, id)
  return { teamId, workflowId: id, stepId: steps[0]!.id }
}

const cancel = (step: Queued) => new CancelWorkflow().execute(step)
const advance = (lease: StepLease) => new SettleStep().execute(lease, { decision: { kind: 'advance' } })

/** As after the worker of the step has been gone for a while. */
const abandon = ({ teamId, stepId }: Queued) =>
  withTeam(teamId, (trx) =>
    trx
      .from('workflow_steps')
      .where('id', stepId)
      .update({ heartbeat_at: new Date(Date.now() - 60_000) })
  )

/** Errors of what ran at once, except that a lease may be lost. */
async function errorsOf(work: Promise<unknown>[]) {
  const settled = await Promise.allSettled(work)
  const reasons = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  return reasons.filter((reason) => !(reason instanceof LeaseLost)).map(String)
}

async function assertWhole({ teamId, workflowId }: Queued) {
  const { events, lastSeq } = await listEvents(teamId, workflowId, 0)
  const expected = Array.from({ length: lastSeq }, (_, index) => index + 1)
  const found = events.map(({ seq }) => seq)
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`events ${found} up to ${lastSeq}`)
}

const line = (stepId: string, text: string) => ({
  kind: 'log' as const,
  stepId,
  payload: { stream: 'stdout' as const, line: 1, text },
})

const ROUNDS = 25

test.group('Turns of a workflow that come at once', () => {
  test('cancelling and claiming', async ({ assert }) => {
    const team = await aTeam()
    for (let round = 0; round < ROUNDS; round++) {
      const step = await aQueuedStep(team)
      assert.deepEqual(await errorsOf([claimStep(step), cancel(step), claimStep(step)]), [])
      await assertWhole(step)
    }
  })

  test('cancelling, settling, log lines and a heartbeat of a worker that was thought lost', async ({
    assert,
  }) => {
    const team = await aTeam()
    for (let round = 0; round < ROUNDS; round++) {
      const step = await aQueuedStep(team)
      const lease = (await claimStep(step))!
      await abandon(step)
      const work = [
        appendEventsWhileHeld(lease, [line(step.stepId, 'a\n')]),
        cancel(step),
        claimStep(step),
        advance(lease),
        appendEventsWhileHeld(lease, [line(step.stepId, 'b\n')]),
        heartbeat(lease),
        releaseStep(lease),
      ]
      assert.deepEqual(await errorsOf(work), [])
      await assertWhole(step)
    }
  })

  test('log lines of the old holder never come behind those of the new one', async ({ assert }) => {
    const team = await aTeam()
    for (let round = 0; round < ROUNDS; round++) {
      const step = await aQueuedStep(team)
      const first = (await claimStep(step))!
      await abandon(step)
      const [, second] = await Promise.all([
        appendEventsWhileHeld(first, [line(step.stepId, 'old\n')]),
        claimStep(step),
        appendEventsWhileHeld(first, [line(step.stepId, 'old\n')]),
      ])
      assert.isNotNull(second)
      const { events } = await listEvents(step.teamId, step.workflowId, 0)
      const claims = events.filter(
        ({ kind, payload }) => kind === 'step' && 'status' in payload && payload.status === 'running'
      )
      const last = events.findLastIndex(({ kind }) => kind === 'log')
      assert.isBelow(last, events.indexOf(claims.at(-1)!))
      assert.isNull(await appendEventsWhileHeld(first, [line(step.stepId, 'late\n')]))
    }
  })

  test('approving twice and cancelling: one of them is done', async ({ assert }) => {
    const team = await aTeam()
    for (let round = 0; round < ROUNDS; round++) {
      const step = await aQueuedStep(team)
      await advance((await claimStep(step))!)
      const { steps } = await showWorkflow(step.teamId, step.workflowId)
      const plan = { ...step, stepId: steps.find(({ name }) => name === 'plan')!.id }
      await new SettleStep().execute((await claimStep(plan))!, { decision: { kind: 'wait' } })
      const approve = () => new ApproveWorkflow().execute(step)
      const [one, two, cancelled] = await Promise.all([approve(), approve(), cancel(step)])
      const after = await showWorkflow(step.teamId, step.workflowId)
      assert.isTrue(cancelled.ok)
      assert.equal(after.outcome, 'cancelled')
      assert.isAtMost([one, two].filter(({ ok }) => ok).length, 1)
      assert.isEmpty(
        after.steps.filter(({ status }) => ['queued', 'running', 'waiting', 'pending'].includes(status))
      )
      await assertWhole(step)
    }
  })

  test('two workers claim: one gets the step', async ({ assert }) => {
    const step = await aQueuedStep()
    const leases = await Promise.all(Array.from({ length: 8 }, () => claimStep(step)))
    assert.lengthOf(leases.filter(Boolean), 1)
  })

  test('a rerun that is asked for while the workflow finishes is refused or whole', async ({ assert }) => {
    const step = await aQueuedStep()
    const rerun = () =>
      new RerunWorkflow().execute({
        ...step,
        userId: null,
        from: 'analyze',
        idempotencyKey: step.workflowId,
      })
    const results = await Promise.all([rerun(), cancel(step), rerun(), rerun()])
    assert.isTrue(results[1].ok)
    const ids = [results[0], results[2], results[3], await rerun()].flatMap((one) =>
      one.ok ? [one.value.id] : []
    )
    assert.equal(new Set(ids).size, 1)
    const again = await showWorkflow(step.teamId, ids[0]!)
    assert.lengthOf(again.steps, 5)
  })

  test('what a worker does after it has lost the step changes nothing', async ({ assert }) => {
    const step = await aQueuedStep()
    const lease = (await claimStep(step))!
    await abandon(step)
    const taken = (await claimStep(step))!
    await assert.rejects(() => advance(lease))
    await assert.rejects(() => heartbeat(lease))
    await releaseStep(lease)
    assert.isNull(await appendEventsWhileHeld(lease, [line(step.stepId, 'late\n')]))
    const { steps } = await showWorkflow(step.teamId, step.workflowId)
    assert.equal(steps[0]!.status, 'running')
    await advance(taken)
  })
})

test.group('Text of strangers', () => {
  test('is kept whatever it is made of', async ({ assert }) => {
    const step = await aQueuedStep()
    const lease = (await claimStep(step))!
    const failures: unknown[] = []
    const log = new StepLog(lease, [], (error) => failures.push(error))
    // The cut of a long line falls into the middle of a character.
    log.write('stdout', `${'x'.repeat(7999)}${'😀'.repeat(2000)}\n`)
    log.write('stdout', `${'y'.repeat(7999)}😀 without end`)
    log.note(`${'n'.repeat(199)}😀`)
    log.say('NUL \u0000, half \ud800, and a program that prints \\u0000 and \\ud800')
    await log.close()
    assert.deepEqual(failures, [])
    const { events } = await listEvents(step.teamId, step.workflowId, 0)
    const text = JSON.stringify(events)
    assert.include(
      text,
      JSON.stringify('NUL \ufffd, half \ufffd, and a program that prints \\u0000 and \\ud800').slice(1, -1)
    )
  })

  test('ends a step as a reason', async ({ assert }) => {
    const step = await aQueuedStep()
    const lease = (await claimStep(step))!
    await new SettleStep().execute(lease, {
      decision: { kind: 'finish', outcome: 'failed', reason: 'NUL \u0000 and \ud800', stepStatus: 'failed' },
    })
    const workflow = await showWorkflow(step.teamId, step.workflowId)
    assert.equal(workflow.outcomeReason, 'NUL \ufffd and \ufffd')
    assert.equal(workflow.steps[0]!.error, 'NUL \ufffd and \ufffd')
  })
})

test.group('A step that cannot come to an end of its own', () => {
  test('fails with a sentence when its remote may not be used any more', async ({ assert }) => {
    const step = await aQueuedStep()
    await withTeam(step.teamId, (trx) => trx.from('projects').update({ remote_url: 'ext::date' }))
    await new StepRunner().runStep(step)
    const { outcome, outcomeReason } = await showWorkflow(step.teamId, step.workflowId)
    assert.equal(outcome, 'failed')
    assert.include(outcomeReason!, 'helper transports')
  })

  test('fails with a sentence when its credential cannot be read any more', async ({ assert }) => {
    const step = await aQueuedStep()
    await withTeam(step.teamId, (trx) =>
      trx.from('projects').update({ credential_encrypted: 'gcm.of.another.key' })
    )
    await new StepRunner().runStep(step)
    const { outcome, outcomeReason } = await showWorkflow(step.teamId, step.workflowId)
    assert.equal(outcome, 'failed')
    assert.include(outcomeReason!, 'credential')
  })

  test('fails in the end when every worker that takes it is lost', async ({ assert }) => {
    const step = await aQueuedStep()
    let rounds = 0
    while (rounds < 40 && (await claimStep(step))) {
      rounds += 1
      await abandon(step)
      if (rounds < 20) continue
      await new StepRunner().runStep(step)
      break
    }
    const { outcome, outcomeReason } = await showWorkflow(step.teamId, step.workflowId)
    assert.equal(outcome, 'failed')
    assert.include(outcomeReason!, '20 times')
  })
})

test.group('Numbers', () => {
  test('of tokens may add up beyond four bytes', async ({ assert }) => {
    const step = await aQueuedStep()
    const { recordUsage } = await import('#llm/actions/record_usage')
    const usage = {
      provider: 'p',
      model: 'm',
      purpose: 'plan' as const,
      inputTokens: 2_147_483_647,
      cachedInputTokens: 0,
      outputTokens: 2_147_483_647,
      reasoningTokens: 0,
      cacheWriteTokens: 0,
      payer: 'platform' as const,
      cacheHit: false,
      savedMicros: 0,
      atMostMicros: null,
      costMicros: 1_000_000_000_000,
      priceVersion: 'v',
      latencyMs: 1,
    }
    for (let call = 0; call < 3; call++) await recordUsage(step, { ...usage, callId: randomUUID() })
    const { inputTokens, costMicros } = await showWorkflow(step.teamId, step.workflowId)
    assert.equal(inputTokens, 3 * 2_147_483_647)
    assert.equal(costMicros, 3_000_000_000_000)
  })
})

test.group('Rows of two teams', () => {
  test('cannot be tied together, even by a statement that was forgotten to be guarded', async ({
    assert,
  }) => {
    const [mine, theirs] = [await aQueuedStep(), await aQueuedStep()]
    const foreign = await showWorkflow(theirs.teamId, theirs.workflowId)
    const number = 999
    const task = 'steal'
    const row = { team_id: mine.teamId }
    const own = await showWorkflow(mine.teamId, mine.workflowId)
    const attempts: Record<string, [table: string, row: object]> = {
      'a workflow in a project': ['workflows', { ...row, project_id: foreign.projectId, number, task }],
      'a rerun of a workflow': [
        'workflows',
        { ...row, project_id: own.projectId, number, task, parent_id: foreign.id },
      ],
      'a step of a workflow': [
        'workflow_steps',
        { ...row, workflow_id: foreign.id, name: 'pipeline', position: 6 },
      ],
      'an event of a workflow': [
        'workflow_events',
        { ...row, workflow_id: foreign.id, seq: 500, kind: 'note', payload: '{}' },
      ],
      'an event of a step': [
        'workflow_events',
        { ...row, workflow_id: own.id, step_id: theirs.stepId, seq: 500, kind: 'note', payload: '{}' },
      ],
      'an artifact of a step': [
        'workflow_artifacts',
        {
          ...row,
          workflow_id: own.id,
          step_id: theirs.stepId,
          kind: 'plan',
          media_type: 'text/plain',
          sha256: Buffer.alloc(32),
          size: 0,
          body: Buffer.alloc(0),
        },
      ],
      'a bell of a workflow': ['outbox', { ...row, workflow_id: foreign.id, job_id: 'x', payload: '{}' }],
      'a token of somebody who is no member': [
        'api_tokens',
        {
          ...row,
          user_id: (await aTeam()).user.id,
          name: 'x',
          token_hash: Buffer.from(randomUUID()),
          last_four: 'abcd',
          scopes: ['read'],
        },
      ],
    }
    for (const [what, [table, values]] of Object.entries(attempts)) {
      const outcome = await withTeam(mine.teamId, (trx) => trx.table(table).insert(values)).then(
        () => 'stored',
        (error) => error.code
      )
      assert.equal(outcome, '23503', what)
    }
  })

  test('end with a membership: no token outlives it', async ({ assert }) => {
    const { teamId, user } = await aTeam()
    await withTeam(teamId, async (trx) => {
      await trx.table('api_tokens').insert({
        team_id: teamId,
        user_id: user.id,
        name: 'x',
        token_hash: Buffer.from(randomUUID()),
        last_four: 'abcd',
        scopes: ['read'],
      })
      await trx.from('memberships').where('user_id', user.id).delete()
      assert.lengthOf(await trx.from('api_tokens').where('user_id', user.id), 0)
    })
  })
})
