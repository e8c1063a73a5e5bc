import { test } from '@japa/runner'
import { drive, lastSent, script } from '../../support/agent.ts'
import { allOf, testEngine } from '../../support/engine.ts'
import { testProvider } from '../../support/provider.ts'
import { edited, repository } from '../../support/task.ts'

const edit = { action: 'replace', path: 'src/slug.ts', search: "'-'", replace: "'_'" }
const done = { summary: 'Underscores instead of dashes.' }
const tests = {
  path: 'src/underscore.test.ts',
  content: "import { slugify } from './slug.ts'\n",
  proves: ['slugify writes underscores'],
}

test.group('the agent', () => {
  test('reads, edits, adds tests, has them run and finishes', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    script(mock, [
      [
        ['read_file', { path: 'src/slug.ts' }],
        ['search', { query: 'slugify' }],
        ['map', { about: 'file', path: 'src/slug.ts' }],
        ['list', { folder: 'src' }],
      ],
      [
        ['edit', edit],
        ['propose_tests', tests],
      ],
      [['run_tests', { reason: 'to see' }]],
      [['finish', done]],
    ])
    const engine = await testEngine(context, env)
    const { end, requests, turns, events } = await drive(engine, await engine.upload(repository))
    if (end.type !== 'edits') throw new Error(JSON.stringify(end))
    assert.equal(end.summary, done.summary)
    assert.deepEqual(end.edits, [
      { kind: 'write', path: 'src/slug.ts', content: edited },
      { kind: 'write', path: tests.path, content: tests.content },
    ])
    assert.lengthOf(requests, 1)
    assert.deepInclude(requests[0], { kind: 'tests', argv: ['sh', '-c', 'npm test'] })
    assert.deepEqual(requests[0]!.edits, end.edits)
    assert.equal(turns, 4)
    assert.lengthOf(allOf(events, 'usage'), 4)
    const sent = JSON.stringify(mock.getRequests()[1]!.body)
    assert.include(sent, 'src/slug.test.ts:1: import { slugify }')
    assert.include(sent, 'exported function')
    assert.include(lastSent(mock), 'The tests pass (exit code 0). 1 passed, 0 failed')
  })

  test('a red run is told with its failures, and what follows is repaired', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    script(mock, [
      [['edit', { ...edit, replace: "'+'" }]],
      [['run_tests', { reason: 'to see' }]],
      [['finish', done]],
      [['edit', { ...edit, search: "'+'" }]],
      [['run_tests', { reason: 'again' }]],
      [['finish', done]],
    ])
    const engine = await testEngine(context, env)
    let runs = 0
    const { end } = await drive(engine, await engine.upload(repository), {
      execute: () => {
        runs += 1
        if (runs > 1) return {}
        const failures = [{ name: 'slugs', message: 'expected _', file: 'src/slug.test.ts', before: false }]
        return { exitCode: 1, stdout: 'not ok', tests: { passed: 0, failed: 1, skipped: 0, failures } }
      },
    })
    if (end.type !== 'edits') throw new Error(JSON.stringify(end))
    assert.deepEqual(end.edits, [{ kind: 'write', path: 'src/slug.ts', content: edited }])
    const sent = mock.getRequests().map(({ body }) => JSON.stringify(body))
    assert.include(sent[2], '- slugs (src/slug.test.ts): expected _')
    assert.include(sent[3], 'Not accepted: the tests fail on this code')
  })

  test('a message of the person is heard at the next turn', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    script(mock, [[['list', { folder: '' }]], [['edit', edit]], [['finish', done]]])
    const engine = await testEngine(context, env)
    const { end } = await drive(engine, await engine.upload(repository), {
      body: (turn) => ({ messages: turn === 1 ? [{ id: 'm1', text: 'Keep the name as it is.' }] : [] }),
    })
    assert.equal(end.type, 'edits')
    const sent = mock.getRequests().map(({ body }) => JSON.stringify(body))
    assert.notInclude(sent[0], 'Keep the name')
    assert.include(sent[1], 'The person who gave the task says now:\\nKeep the name as it is.')
  })

  test('equal questions are answered from a record without a call', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    script(mock, [[['edit', edit]], [['finish', done]]])
    const engine = await testEngine(context, env)
    const snapshot = await engine.upload(repository)
    const first = await drive(engine, snapshot)
    const recorded = allOf(first.events, 'exchange')
      .filter(({ exchange }) => exchange.kind === 'model')
      .map(({ exchange: { hash, response } }) => ({ hash, response }))
    assert.lengthOf(recorded, 2)
    const again = await drive(engine, snapshot, { body: () => ({ recorded }) })
    assert.deepEqual(again.end, first.end)
    assert.lengthOf(mock.getRequests(), 2)
    assert.isEmpty(allOf(again.events, 'usage'))
    assert.isTrue(
      allOf(again.events, 'exchange').every(({ exchange }) => exchange.kind === 'tool' || exchange.replayed)
    )
  })

  test('a model that can not call tools is asked for the change in one answer', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    const withTools = { endpoint: 'chat' as const, predicate: (request: object) => 'tools' in request }
    mock.on(withTools, { error: { message: 'gpt-6-luna does not support tools' }, status: 400 })
    const content = `@@ edit src/slug.ts\n<<<<<<< SEARCH\n  return text.toLowerCase().replaceAll(' ', '-')\n=======\n  return text.toLowerCase().replaceAll(' ', '_')\n>>>>>>> REPLACE\n@@ summary\nDone.`
    mock.on({ endpoint: 'chat' }, { content })
    const engine = await testEngine(context, env)
    const { end } = await drive(engine, await engine.upload(repository))
    if (end.type !== 'edits') throw new Error(JSON.stringify(end))
    assert.deepEqual(end.edits, [{ kind: 'write', path: 'src/slug.ts', content: edited }])
  })
})
