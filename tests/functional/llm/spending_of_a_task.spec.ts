import type { ChildProcess } from 'node:child_process'
import { execFileSync } from 'node:child_process'
import ace from '@adonisjs/core/services/ace'
import { LLMock } from '@copilotkit/aimock'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import SetBudget from '#llm/actions/set_budget'
import SetDataPolicy from '#llm/actions/set_data_policy'
import { listBenchmarks } from '#llm/queries/list_benchmarks'
import { modelStats } from '#llm/queries/model_stats'
import { workflowReceipt } from '#llm/queries/workflow_receipt'
import { system } from '#shared/audit/record'
import { startEngine, startWorker, stopProcess, untilWorkflow } from '#tests/support/running_system'
import { until } from '#tests/support/system/until'
import { aSampleProject, aTeam, type Team } from '#tests/support/team'
import CreateWorkflow from '#workflows/actions/create_workflow'
import StartBenchmark from '#workflows/actions/start_benchmark'
import { showArtifact } from '#workflows/queries/show_artifact'

const canary = 'sk-canary-of-spending'
const task = 'Let clamp accept its bounds in either order'
const cheap = { prompt_tokens: 1200, completion_tokens: 300, total_tokens: 1500 }
/** At the price of gpt-6-luna 15,120 micro-dollars. */
const dear = { prompt_tokens: 1200, completion_tokens: 30_000, total_tokens: 31_200 }

const plan = JSON.stringify({
  summary: 'clamp orders its bounds instead of throwing.',
  steps: ['Sort the bounds in clamp'],
  files: [{ path: 'src/compare.ts', change: 'edit', why: 'clamp lives there' }],
  risks: [],
  tests: ['clamp with swapped bounds'],
})

const before = `  if (low > high) throw new RangeError('The lower bound is longer than the upper one')
  return Math.min(Math.max(toMilliseconds(duration), low), high)`
const red = '  return 0'
const green =
  '  return Math.min(Math.max(toMilliseconds(duration), Math.min(low, high)), Math.max(low, high))'

/** An edit of clamp and a test that the green one passes. */
const answer = (replacement: string) => `@@ edit src/compare.ts
<<<<<<< SEARCH
${before}
=======
${replacement}
>>>>>>> REPLACE
@@ create test/compare.test.ts
<<<<<<< CONTENT
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clamp } from '../src/compare.ts'

test('clamp takes its bounds in either order', () => {
  assert.equal(clamp('5m', '2m', '1m'), 120_000)
})
>>>>>>> END
@@ summary
clamp sorts its bounds first.`

test.group('What a task spends', (group) => {
  let engine: ChildProcess
  let mock: LLMock

  const environment = () => ({
    OPENAI_API_KEY: canary,
    OPENAI_BASE_URL: `${mock.url}/v1`,
    AGENTOPS_MODELS: 'gpt-6-luna,gpt-6-sol',
  })

  group.setup(async () => {
    mock = new LLMock({ port: 0, host: '127.0.0.1' })
    await mock.start()
    engine = await startEngine(environment())
    const stopWorker = await startWorker()
    return async () => {
      await stopWorker()
      await stopProcess(engine)
      await mock.stop()
    }
  })
  group.each.setup(() => {
    mock.clearFixtures()
    mock.clearRequests()
  })

  /** A plan first; whatever asks for edits is answered with the same. */
  function answers(edit: string, usage = cheap) {
    const isPlan = (request: { tools?: unknown[] }) => !request.tools?.length
    mock.on({ endpoint: 'chat', predicate: isPlan, sequenceIndex: 0 }, { content: plan, usage: cheap })
    mock.on({ endpoint: 'chat' }, { content: edit, usage })
  }

  async function start(team: Team) {
    const project = await aSampleProject(team)
    const { teamId, user } = team
    const created = await new CreateWorkflow().execute({
      teamId,
      userId: user.id,
      projectId: project.id,
      task,
    })
    if (!created.ok) throw new Error(JSON.stringify(created.error))
    return { ...created.value, project }
  }

  const limitWorkflows = ({ teamId, user }: Team, limitMicros: number) =>
    new SetBudget().execute({
      teamId,
      userId: user.id,
      by: system,
      scope: 'workflow',
      projectId: null,
      workflowId: null,
      limitMicros,
    })

  test('without money no model is called, and the end says which budget it was', async ({ assert }) => {
    answers(answer(green))
    const team = await aTeam()
    await limitWorkflows(team, 100)
    const { id } = await start(team)
    const workflow = await untilWorkflow(team.teamId, id)
    assert.equal(workflow.outcome, 'over_budget')
    assert.match(
      workflow.outcomeReason ?? '',
      /\$0\.00 of \$0\.0001 is spent of the budget of this workflow\. Raise it/
    )
    assert.isEmpty(mock.getRequests())
    assert.isTrue(workflow.steps.every(({ status }) => ['succeeded', 'failed', 'skipped'].includes(status)))
  })

  test('money that runs out between attempts keeps the work so far', async ({ assert }) => {
    answers(answer(red), dear)
    const team = await aTeam()
    await limitWorkflows(team, 16_500)
    const { id } = await start(team)
    const workflow = await untilWorkflow(team.teamId, id)
    assert.equal(workflow.outcome, 'over_budget', workflow.outcomeReason ?? '')
    assert.isAtMost(workflow.costMicros, 16_500)
    const patch = await showArtifact(team.teamId, id, 'patch')
    assert.include(patch.body.toString(), '+  return 0')
    const left = await withTeam(team.teamId, (trx) => trx.from('spend_holds').select('*'))
    assert.isEmpty(left)
    const { spent } = await withTeam(team.teamId, async (trx) => {
      const row = await trx.from('spend_counters').where({ scope: 'workflow', subject: id }).firstOrFail()
      return { spent: Number(row.spent_micros) }
    })
    assert.equal(spent, workflow.costMicros)
  })

  test('an engine killed in the middle of an answer: that call is entered once as not known, and the hold comes back', async ({
    assert,
  }) => {
    const isPlan = (request: { tools?: unknown[] }) => !request.tools?.length
    mock.on({ endpoint: 'chat', predicate: isPlan, sequenceIndex: 0 }, { content: plan, usage: cheap })
    const slow = { chunkSize: 20, latency: 700 }
    mock.on({ endpoint: 'chat', sequenceIndex: 0 }, { content: answer(green), usage: cheap }, slow)
    mock.on({ endpoint: 'chat' }, { content: answer(green), usage: cheap })
    const team = await aTeam()
    const { teamId } = team
    await limitWorkflows(team, 5_000_000)
    const { id } = await start(team)
    const ofWorkflow = (table: string) => withTeam(teamId, (trx) => trx.from(table).where('workflow_id', id))
    await until('the answer has begun', async () => {
      const events = await ofWorkflow('workflow_events')
      return JSON.stringify(events).includes('@@ edit')
    })
    await stopProcess(engine)
    engine = await startEngine(environment())
    const workflow = await untilWorkflow(teamId, id)
    assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')
    const ledger = await ofWorkflow('usage_records')
    assert.equal(mock.getRequests().length, 3)
    assert.lengthOf(ledger, 3)
    assert.lengthOf(new Set(ledger.map(({ call_id }) => call_id)), 3)
    const cut = ledger.filter(({ cost_micros }) => cost_micros === null)
    assert.lengthOf(cut, 1)
    assert.isEmpty(await ofWorkflow('spend_holds'))
    const counter = await withTeam(teamId, (trx) =>
      trx.from('spend_counters').where({ scope: 'workflow', subject: id }).firstOrFail()
    )
    assert.equal(Number(counter.held_micros), 0)
    // A budget counts what was cut at the most that it can have cost.
    assert.isAbove(Number(counter.spent_micros), workflow.costMicros)
    assert.equal((await workflowReceipt(teamId, id)).unpricedCalls, 1)
  })

  test('the data policy ends a task rather than send its code elsewhere', async ({ assert }) => {
    answers(answer(green))
    const team = await aTeam()
    const policy = { providers: ['mistral' as const], regions: null, localOnly: false }
    const place = { teamId: team.teamId, projectId: null, userId: null }
    await new SetDataPolicy().execute({ ...place, by: system, change: { policy } })
    const { id } = await start(team)
    const workflow = await untilWorkflow(team.teamId, id)
    assert.equal(workflow.outcome, 'refused')
    assert.match(workflow.outcomeReason ?? '', /data policy of your team/)
    assert.isEmpty(mock.getRequests())
  })

  test('a key that was revoked ends the task with the variable to look at, and no key is shown', async ({
    assert,
  }) => {
    mock.on(
      { endpoint: 'chat' },
      { error: { message: `no such key ${canary}`, code: 'invalid_api_key' }, status: 401 }
    )
    const team = await aTeam()
    const { id } = await start(team)
    const workflow = await untilWorkflow(team.teamId, id)
    assert.equal(workflow.outcome, 'failed')
    assert.match(workflow.outcomeReason ?? '', /OPENAI_API_KEY/)
    const events = await withTeam(team.teamId, (trx) => trx.from('workflow_events').where('workflow_id', id))
    assert.notInclude(JSON.stringify([workflow, events]), 'canary')
  })

  test('what was verified has a receipt, stands among the models, and can be benchmarked without a push', async ({
    assert,
  }) => {
    answers(answer(green))
    const team = await aTeam()
    const { teamId, user } = team
    const { id, project } = await start(team)
    const workflow = await untilWorkflow(teamId, id)
    assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')

    const receipt = await workflowReceipt(teamId, id)
    assert.equal(receipt.costMicros, workflow.costMicros)
    assert.equal(receipt.unpricedCalls, 0)
    assert.containSubset(receipt.strongest, { model: 'gpt-6-sol', workflows: 0 })
    assert.isAbove(receipt.strongest!.estimateMicros, receipt.costMicros)

    const edit = (await modelStats(teamId, 90)).find(({ kind }) => kind === 'edit')
    assert.containSubset(edit, { ref: 'gpt-6-luna', runs: 1, verified: 1, payer: 'platform' })
    assert.equal(edit!.costPerVerifiedMicros, edit!.costMicros)

    mock.clearFixtures()
    mock.on(
      { endpoint: 'chat', predicate: (request) => !request.tools?.length },
      { content: plan, usage: cheap }
    )
    mock.on({ endpoint: 'chat', model: 'gpt-6-luna' }, { content: answer(green), usage: cheap })
    mock.on({ endpoint: 'chat', model: 'gpt-6-sol' }, { content: answer(green), usage: cheap })
    const started = await new StartBenchmark().execute({
      teamId,
      userId: user.id,
      by: system,
      models: ['gpt-6-luna', 'gpt-6-sol'],
      tasks: 5,
      capMicros: 2_000_000,
    })
    if (!started.ok) return assert.fail(JSON.stringify(started.error))
    assert.containSubset(started.value, { workflows: 2, limitMicros: 1_000_000 })
    const runs = await withTeam(teamId, (trx) => trx.from('benchmark_runs').select('workflow_id', 'model'))
    for (const run of runs) {
      const ended = await untilWorkflow(teamId, run.workflow_id)
      assert.equal(ended.outcome, 'verified', ended.outcomeReason ?? '')
      assert.deepEqual(ended.models, [run.model])
      assert.isNull(ended.branch)
    }
    const [benchmark] = await listBenchmarks(teamId)
    assert.containSubset(benchmark, {
      tasks: 1,
      results: [
        { model: 'gpt-6-luna', runs: 1, finished: 1, verified: 1 },
        { model: 'gpt-6-sol', runs: 1, finished: 1, verified: 1 },
      ],
    })
    const limits = await withTeam(teamId, (trx) => trx.from('budgets').whereNotNull('workflow_id'))
    assert.deepEqual(
      limits.map((row) => Number(row.limit_micros)),
      [1_000_000, 1_000_000]
    )
    const branches = execFileSync('git', [
      '-C',
      project.remote,
      'branch',
      '--list',
      '--format=%(refname:short)',
    ])
    assert.lengthOf(
      branches
        .toString()
        .trim()
        .split('\n')
        .filter((name) => name.startsWith('feature/')),
      1
    )
  })

  test('the command asks for a cap, says in dry mode what it would do, and prints what came of it', async ({
    assert,
  }) => {
    answers(answer(green))
    const team = await aTeam()
    const { id } = await start(team)
    await untilWorkflow(team.teamId, id)
    await ace.boot()
    ace.ui.switchMode('raw')
    const run = async (...argv: string[]) => {
      ace.ui.logger.flushLogs()
      const command = await ace.exec('models:benchmark', [`--team=${team.teamId}`, '--last=1', ...argv])
      return { code: command.exitCode, said: ace.ui.logger.getLogs().map(({ message }) => message) }
    }
    const dry = await run('--models=gpt-6-luna', '--dry', '--json')
    assert.equal(dry.code, 0)
    assert.containSubset(JSON.parse(dry.said.join('')), { models: ['gpt-6-luna'], tasks: [{ id, task }] })
    const open = await run('--models=gpt-6-luna', '--no-wait')
    assert.equal(open.code, 1)
    assert.include(open.said.at(-1)!, '--cap')
    const stranger = await run('--models=gpt-9', '--cap=1')
    assert.include(stranger.said.at(-1)!, 'There is no key for gpt-9')
    assert.isEmpty(await listBenchmarks(team.teamId))

    mock.clearFixtures()
    answers(answer(green))
    const done = await run('--models=gpt-6-luna', '--cap=0.5', '--json')
    assert.equal(done.code, 0, done.said.join('\n'))
    assert.containSubset(JSON.parse(done.said.join('')), {
      tasks: 1,
      capMicros: 500_000,
      results: [{ model: 'gpt-6-luna', runs: 1, finished: 1, verified: 1 }],
    })
    const table = await run('--models=gpt-6-luna', '--cap=0.5', '--no-wait')
    assert.match(table.said.join('\n'), /1 workflows? .*queued, each with at most \$0\.5000/)
  })

  test('a benchmark needs models that there are and tasks that were done', async ({ assert }) => {
    const { teamId } = await aTeam()
    const input = { teamId, userId: null, by: system, tasks: 5, capMicros: null }
    const unknown = await new StartBenchmark().execute({ ...input, models: ['gpt-9'] })
    assert.deepEqual(unknown, { ok: false, error: { unknownModel: 'gpt-9' } })
    const none = await new StartBenchmark().execute({ ...input, models: ['gpt-6-luna'] })
    assert.deepEqual(none, { ok: false, error: 'no_tasks' })
  })
})
