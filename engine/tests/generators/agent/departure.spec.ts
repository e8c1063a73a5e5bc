import type { LLMock } from '@copilotkit/aimock'
import { test } from '@japa/runner'
import type { Exchange } from '../../../contract/exchange.ts'
import { questionParts } from '../../../contract/question.ts'
import type { EngineEvent } from '../../../contract/stream.ts'
import { drive, lastSent, script } from '../../support/agent.ts'
import { allOf, lastOf, testEngine } from '../../support/engine.ts'
import { testProvider, usage } from '../../support/provider.ts'
import { planBody, proposal, repository } from '../../support/task.ts'

const edit = { action: 'replace', path: 'src/slug.ts', search: "'-'", replace: "'_'" }
const other = { ...edit, replace: "'+'" }
const done = { summary: 'Done.' }

const modelsOf = (events: EngineEvent[]): Exchange[] =>
  allOf(events, 'exchange')
    .map(({ exchange }) => exchange)
    .filter(({ kind }) => kind === 'model')

const recordOf = (exchanges: Exchange[]) => exchanges.map(({ hash, response }) => ({ hash, response }))
const from = (hash: string, rest: object = {}) => ({ hash, parts: [], message: null, model: null, ...rest })

/** A conversation of three answers, and what may be answered from it. */
async function recorded(context: Parameters<typeof testProvider>[0]) {
  const { mock, env } = await testProvider(context)
  script(mock, [
    [['read_file', { path: 'src/slug.ts' }]],
    [['edit', edit]],
    [['finish', done]],
    [['edit', other]],
    [['finish', done]],
  ])
  const engine = await testEngine(context, { ...env, AGENTOPS_MODELS: 'gpt-6-luna,gpt-6-sol' })
  const snapshot = await engine.upload(repository)
  const { events } = await drive(engine, snapshot)
  return { mock, engine, snapshot, models: modelsOf(events) }
}

const askedModels = (mock: LLMock) => mock.getRequests().map(({ body }) => (body as { model: string }).model)

test.group('a replay that departs from its record', () => {
  test('asks in other words from there on, another model, and pays for nothing before', async ({
    assert,
    ...context
  }) => {
    const { mock, engine, snapshot, models } = await recorded(context)
    const [question] = questionParts(JSON.parse(models[1]!.request))
    assert.containSubset(question, { role: 'tool', tool: 'read_file', index: 0 })
    const parts = [{ index: 0, text: 'The file is empty now.' }]
    const departures = [from(models[1]!.hash, { parts, model: 'gpt-6-sol', message: 'Use a plus.' })]
    const { events, end } = await drive(engine, snapshot, {
      body: () => ({ recorded: recordOf(models.slice(0, 1)), departures }),
    })
    if (end.type !== 'edits') throw new Error(JSON.stringify(end))
    assert.include(JSON.stringify(end.edits), "'+'")
    assert.deepEqual(
      modelsOf(events).map(({ replayed, departed, name }) => [replayed, departed, name]),
      [
        [true, false, 'gpt-6-luna'],
        [false, true, 'gpt-6-sol'],
        [false, false, 'gpt-6-sol'],
      ]
    )
    assert.lengthOf(allOf(events, 'usage'), 2)
    assert.deepEqual(askedModels(mock).slice(3), ['gpt-6-sol', 'gpt-6-sol'])
    assert.include(lastSent(mock), 'The file is empty now.')
    assert.include(lastSent(mock), 'The person who gave the task says now:\\nUse a plus.')
  })

  test('is itself repeated at no cost', async ({ assert, ...context }) => {
    const { mock, engine, snapshot, models } = await recorded(context)
    const departures = [from(models[1]!.hash, { parts: [{ index: 0, text: 'Nothing.' }] })]
    const body = { recorded: recordOf(models.slice(0, 1)), departures }
    const second = await drive(engine, snapshot, { body: () => body })
    const asked = mock.getRequests().length
    const third = await drive(engine, snapshot, {
      body: () => ({ recorded: recordOf(modelsOf(second.events)), departures }),
    })
    assert.deepEqual(third.end, second.end)
    assert.lengthOf(mock.getRequests(), asked)
  })

  test('asks nothing where the question never comes up', async ({ assert, ...context }) => {
    const { mock, engine, snapshot, models } = await recorded(context)
    const departures = [from('f'.repeat(64), { parts: [{ index: 0, text: 'x' }] })]
    const body = { recorded: recordOf(models.slice(0, 1)), departures }
    const { end } = await drive(engine, snapshot, { body: () => body })
    assert.containSubset(end, { type: 'failed', code: 'record_diverged', retryable: false })
    assert.lengthOf(mock.getRequests(), 3)
  })

  test('with words to say only says them where the record ends', async ({ assert, ...context }) => {
    const { mock, engine, snapshot, models } = await recorded(context)
    const departures = [from('f'.repeat(64), { message: 'Use a plus.' })]
    const body = { recorded: recordOf(models.slice(0, 1)), departures }
    const { end } = await drive(engine, snapshot, { body: () => body })
    assert.equal(end.type, 'edits')
    assert.include(lastSent(mock), 'Use a plus.')
  })

  test('may depart where the plan was asked for', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: JSON.stringify(proposal), usage })
    const engine = await testEngine(context, { ...env, AGENTOPS_MODELS: 'gpt-6-luna,gpt-6-sol' })
    const snapshot = await engine.upload(repository)
    const [asked] = modelsOf(await engine.events('/v1/plan', planBody(snapshot)))
    const [part] = questionParts(JSON.parse(asked!.request))
    assert.equal(part!.role, 'user')
    const parts = [{ index: 0, text: `${part!.text}\nWrite it in verse.` }]
    const departures = [from(asked!.hash, { parts, model: 'gpt-6-sol' })]
    const events = await engine.events('/v1/plan', { ...planBody(snapshot), departures })
    assert.equal(lastOf(events, 'plan').plan.summary, proposal.summary)
    assert.deepEqual(askedModels(mock), ['gpt-6-luna', 'gpt-6-sol'])
    assert.include(lastSent(mock), 'Write it in verse.')
  })
})
