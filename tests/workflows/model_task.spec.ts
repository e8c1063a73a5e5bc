import { execFileSync } from 'node:child_process'
import { LLMock } from '@copilotkit/aimock'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { modelHistory } from '#llm/queries/model_history'
import { startEngine, startWorker, stopProcess, untilWorkflow } from '#tests/support/running_system'
import { aSampleProject, aTeam } from '#tests/support/team'
import CreateWorkflow from '#workflows/actions/create_workflow'
import { showArtifact } from '#workflows/queries/show_artifact'

const task = 'Let clamp accept its bounds in either order'
const usage = { prompt_tokens: 1200, completion_tokens: 300, total_tokens: 1500 }

const plan = JSON.stringify({
  summary: 'clamp orders its bounds instead of throwing.',
  steps: ['Sort the bounds in clamp', 'Add a test'],
  files: [
    { path: 'src/compare.ts', change: 'edit', why: 'clamp lives there' },
    { path: 'test/compare.test.ts', change: 'create', why: 'proof' },
  ],
  risks: [],
  tests: ['clamp with swapped bounds'],
})

const testFile = `@@ create test/compare.test.ts
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

const change = (search: string, replacement: string) => `@@ edit src/compare.ts
<<<<<<< SEARCH
${search}
=======
${replacement}
>>>>>>> REPLACE
`

const throwing = `  if (low > high) throw new RangeError('The lower bound is longer than the upper one')
  return Math.min(Math.max(toMilliseconds(duration), low), high)`
const careless = '  return Math.min(Math.max(toMilliseconds(duration), low), high)'
const careful =
  '  return Math.min(Math.max(toMilliseconds(duration), Math.min(low, high)), Math.max(low, high))'

const wrong = `${change(throwing, careless)}\n${testFile}`
/** A repair edits what the attempt before has left. */
const right = `${change(careless, careful)}\n@@ summary\nclamp sorts its bounds first.`
const stillWrong = (before: string, after: string) => `${change(before, after)}\n@@ summary\nTried again.`

async function theModelAnswers(
  answers: ((mock: LLMock) => void)[],
  cleanup: (work: () => Promise<void>) => void
) {
  const mock = new LLMock({ port: 0, host: '127.0.0.1' })
  await mock.start()
  for (const answer of answers) answer(mock)
  const engine = await startEngine({
    OPENAI_API_KEY: 'sk-canary-of-the-test',
    OPENAI_BASE_URL: `${mock.url}/v1`,
    AGENTOPS_MODELS: 'gpt-6-luna,gpt-6-sol',
  })
  cleanup(async () => {
    await stopProcess(engine)
    await mock.stop()
  })
  return mock
}

async function run() {
  const team = await aTeam()
  const project = await aSampleProject(team)
  const created = await new CreateWorkflow().execute({
    teamId: team.teamId,
    userId: team.user.id,
    projectId: project.id,
    task,
  })
  if (!created.ok) throw new Error(created.error)
  return { ...team, project, workflow: await untilWorkflow(team.teamId, created.value.id) }
}

test.group('A task for a model', (group) => {
  group.setup(() => startWorker())

  test('is repaired from the red test, by the stronger model, and every call is in the ledger', async ({
    assert,
    ...context
  }) => {
    const mock = await theModelAnswers(
      [
        (it) => it.on({ endpoint: 'chat', sequenceIndex: 0 }, { content: plan, usage }),
        (it) => it.on({ endpoint: 'chat', sequenceIndex: 1 }, { content: wrong, usage }),
        (it) => it.on({ endpoint: 'chat', sequenceIndex: 2 }, { content: right, usage }),
      ],
      (work) => context.test.cleanup(work)
    )
    const { teamId, workflow, project } = await run()

    assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')
    assert.deepEqual(
      workflow.steps.map(({ name, attempt, status }) => `${name} ${attempt} ${status}`),
      [
        'analyze 1 succeeded',
        'plan 1 succeeded',
        'generate 1 succeeded',
        'generate 2 succeeded',
        'test 1 failed',
        'test 2 succeeded',
        'publish 1 succeeded',
      ]
    )
    const ledger = await withTeam(teamId, (trx) =>
      trx
        .from('usage_records')
        .where('workflow_id', workflow.id)
        .orderBy('created_at')
        .select('purpose', 'model', 'cost_micros')
    )
    assert.deepEqual(
      ledger.map(({ model }) => model),
      ['gpt-6-luna', 'gpt-6-luna', 'gpt-6-sol']
    )
    assert.equal(
      workflow.costMicros,
      ledger.reduce((sum, { cost_micros }) => sum + cost_micros, 0)
    )
    assert.include(JSON.stringify(mock.getLastRequest()?.body), 'clamp takes its bounds in either order')
    const files = execFileSync('git', [
      '-C',
      project.remote,
      'diff',
      '--name-only',
      'main',
      'feature/ia-task-1',
    ])
    assert.deepEqual(files.toString().trim().split('\n'), ['src/compare.ts', 'test/compare.test.ts'])
  })

  test('ends stuck after three repairs that stay red, and pushes nothing', async ({ assert, ...context }) => {
    await theModelAnswers(
      [
        (it) => it.on({ endpoint: 'chat', sequenceIndex: 0 }, { content: plan, usage }),
        (it) => it.on({ endpoint: 'chat', sequenceIndex: 1 }, { content: wrong, usage }),
        ...[2, 3, 4].map((index) => (it: LLMock) => {
          const before = index === 2 ? careless : `${careless} // ${index - 1}`
          const content = stillWrong(before, `${careless} // ${index}`)
          it.on({ endpoint: 'chat', sequenceIndex: index }, { content, usage })
        }),
      ],
      (work) => context.test.cleanup(work)
    )
    const { teamId, workflow, project } = await run()
    assert.equal(workflow.outcome, 'stuck')
    assert.equal(execFileSync('git', ['-C', project.remote, 'branch', '--list', 'feature/*']).toString(), '')
    const verdict = JSON.parse((await showArtifact(teamId, workflow.id, 'verdict')).body.toString())
    assert.equal(verdict.ruling, 'red')
    assert.lengthOf(verdict.regressions, 1)
  })

  test('goes to the stronger model when the first declines, and the log says why', async ({
    assert,
    ...context
  }) => {
    const atOnce = `${change(throwing, careful)}\n${testFile}`
    await theModelAnswers(
      [
        (it) => it.on({ endpoint: 'chat', sequenceIndex: 0 }, { content: plan, usage }),
        (it) => it.on({ endpoint: 'chat', sequenceIndex: 1 }, { content: '@@ decline Not I.', usage }),
        (it) => it.on({ endpoint: 'chat', sequenceIndex: 2 }, { content: atOnce, usage }),
      ],
      (work) => context.test.cleanup(work)
    )
    const { teamId, workflow } = await run()
    assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')
    const log = await withTeam(teamId, (trx) =>
      trx.from('workflow_events').where({ workflow_id: workflow.id, kind: 'log' }).select('payload')
    )
    assert.include(JSON.stringify(log), 'Moving up to gpt-6-sol because gpt-6-luna declined.')
    const history = await modelHistory(teamId)
    const edits = history.filter(({ kind }) => kind === 'edit')
    assert.containSubset(edits, [
      { model: 'gpt-6-luna', runs: 1, verified: 0 },
      { model: 'gpt-6-sol', runs: 1, verified: 1 },
    ])
    for (const { latencyMs, slowMs } of edits) assert.isAtLeast(slowMs!, latencyMs!)
  })

  test('is refused when every model declines, in the words of the last', async ({ assert, ...context }) => {
    await theModelAnswers(
      [
        (it) => it.on({ endpoint: 'chat', sequenceIndex: 0 }, { content: plan, usage }),
        (it) => it.on({ endpoint: 'chat', sequenceIndex: 1 }, { content: '@@ decline Not I.', usage }),
        (it) =>
          it.on(
            { endpoint: 'chat', sequenceIndex: 2 },
            { content: '@@ decline It would break the callers.', usage }
          ),
      ],
      (work) => context.test.cleanup(work)
    )
    const { workflow } = await run()
    assert.equal(workflow.outcome, 'refused')
    assert.include(workflow.outcomeReason!, 'It would break the callers')
  })

  test('shows the key of the model nowhere', async ({ assert, ...context }) => {
    await theModelAnswers(
      [(it) => it.on({ endpoint: 'chat' }, { content: 'neither a plan nor a change', usage })],
      (work) => context.test.cleanup(work)
    )
    const { teamId, workflow } = await run()
    assert.equal(workflow.outcome, 'failed')
    const everything = await withTeam(teamId, async (trx) => {
      const { rows } = await trx.rawQuery(
        `select (select string_agg(payload::text, '') from workflow_events where workflow_id = :id)
           || coalesce((select string_agg(encode(body, 'escape'), '') from workflow_artifacts where workflow_id = :id), '')
           || coalesce((select outcome_reason from workflows where id = :id), '') as text`,
        { id: workflow.id }
      )
      return rows[0].text as string
    })
    assert.isAbove(everything.length, 100)
    assert.notInclude(everything, 'sk-canary-of-the-test')
  })
})
