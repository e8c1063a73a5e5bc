import { test } from '@japa/runner'
import { drive, lastSent, script } from '../../support/agent.ts'
import { lastOf, testEngine } from '../../support/engine.ts'
import { testProvider } from '../../support/provider.ts'
import { generateBody, repository } from '../../support/task.ts'

const edit = { action: 'replace', path: 'src/slug.ts', search: "'-'", replace: "'_'" }
const done = { summary: 'Underscores instead of dashes.' }
const withTests = {
  ...repository,
  'src/slug.test.ts':
    "import { test } from 'node:test'\nimport assert from 'node:assert'\ntest('a', () => {\n  assert.equal(1, 1)\n})\ntest('b', () => {\n  assert.equal(2, 2)\n})\n",
}

test.group('limits of the agent', () => {
  test('the same call over and over ends stuck, with what there is of the change', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    script(mock, [
      [['edit', edit]],
      ...Array.from({ length: 9 }, () => [['list', { folder: 'src' }]] as [[string, object]]),
    ])
    const engine = await testEngine(context, env)
    const { end } = await drive(engine, await engine.upload(repository))
    if (end.type !== 'stuck') throw new Error(JSON.stringify(end))
    assert.include(end.message, 'goes round in circles')
    assert.lengthOf(end.edits, 1)
    assert.isBelow(mock.getRequests().length, 7)
  })

  test('calls that never work end stuck', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    script(
      mock,
      Array.from(
        { length: 9 },
        (_, n) => [['edit', { ...edit, search: `nothing ${n}` }]] as [[string, object]]
      )
    )
    const engine = await testEngine(context, env)
    const { end } = await drive(engine, await engine.upload(repository))
    if (end.type !== 'stuck') throw new Error(JSON.stringify(end))
    assert.include(end.message, 'Nothing that the model tried in its last 6 answers worked')
  })

  test('{name} is answered with what is wrong, and changes nothing')
    .with([
      {
        name: 'an unknown tool',
        call: ['shell', { command: 'rm -rf /' }],
        says: 'There is no tool \\"shell\\"',
      },
      { name: 'a malformed call', call: ['edit', { path: 'src/slug.ts' }], says: 'does not fit the tool' },
      {
        name: 'a path outside',
        call: ['edit', { action: 'create', path: '../x', content: 'x' }],
        says: 'may not be changed',
      },
      {
        name: 'CI configuration',
        call: ['edit', { action: 'delete', path: '.github/workflows/ci.yml' }],
        says: 'it is CI configuration',
      },
      {
        name: 'an endless pattern',
        call: ['search', { kind: 'regex', query: '(a+)+$' }],
        says: 'or took too long',
      },
    ])
    .run(async ({ assert, ...context }, { call, says }) => {
      const { mock, env } = await testProvider(context)
      script(mock, [[call as [string, object]], [['edit', edit]], [['finish', done]]])
      const engine = await testEngine(context, env)
      const { end } = await drive(
        engine,
        await engine.upload({ ...repository, 'long.txt': `${'a'.repeat(200)}!` })
      )
      if (end.type !== 'edits') throw new Error(JSON.stringify(end))
      assert.lengthOf(end.edits, 1)
      assert.include(JSON.stringify(mock.getRequests()[1]!.body), says)
    })

  test('weakened tests are not accepted: {name}')
    .with([
      { name: 'deleted', call: { action: 'delete', path: 'src/slug.test.ts' } },
      {
        name: 'skipped',
        call: { action: 'replace', path: 'src/slug.test.ts', search: "test('a'", replace: "test.skip('a'" },
      },
      {
        name: 'without assertion',
        call: { action: 'replace', path: 'src/slug.test.ts', search: '  assert.equal(2, 2)\n', replace: '' },
      },
    ])
    .run(async ({ assert, ...context }, { call }) => {
      const { mock, env } = await testProvider(context, 'gpt-6-luna')
      script(mock, [
        [
          ['edit', edit],
          ['edit', call],
        ],
        [['finish', done]],
        [['decline', { reason: 'The tests stand in the way.' }]],
      ])
      const engine = await testEngine(context, env)
      const { end } = await drive(engine, await engine.upload(withTests))
      assert.equal(end.type, 'refused')
      assert.include(lastSent(mock), 'Existing tests may not be weakened')
    })

  test('a state is good for its own conversation only', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    script(mock, [[['edit', edit]]])
    const engine = await testEngine(context, env)
    const snapshot = await engine.upload(repository)
    const first = await engine.events('/v1/generate', generateBody(snapshot))
    const { state } = lastOf(first, 'turn_ended')
    assert.notInclude(Buffer.from(state, 'base64url').toString('latin1'), 'slugify')
    for (const other of [
      { state, task: 'Make slugify in src/slug.ts do something else' },
      { state: `${state.slice(0, -4)}AAAA` },
      { state: JSON.stringify({ version: 1, edits: [] }) },
    ]) {
      const events = await engine.events('/v1/generate', generateBody(snapshot, other))
      assert.equal(lastOf(events, 'failed').code, 'state_unreadable')
    }
    assert.lengthOf(mock.getRequests(), 1)
  })
})
