import { test } from '@japa/runner'
import { defaultRouting, type RoutingPolicy } from '../../../contract/routing.ts'
import { drive, lastSent, script } from '../../support/agent.ts'
import { allOf, lastOf, testEngine } from '../../support/engine.ts'
import { testProvider, usage } from '../../support/provider.ts'
import { badEdit, edited, goodEdit, planBody, proposal, repository } from '../../support/task.ts'

const edit = { action: 'replace', path: 'src/slug.ts', search: "'-'", replace: "'_'" }
const finish: [string, object] = ['finish', { summary: 'Underscores instead of dashes.' }]
const decline: [string, object] = ['decline', { reason: 'I would rather not.' }]
const useless = (n: number): [string, object][] => [['edit', { ...edit, search: `nothing ${n}` }]]

type Mock = Awaited<ReturnType<typeof testProvider>>['mock']
type Drive = Awaited<ReturnType<typeof drive>>

const asked = (mock: Mock) => mock.getRequests().map(({ body }) => (body as { model: string }).model)
const said = ({ events }: Pick<Drive, 'events'>) => allOf(events, 'progress').map(({ message }) => message)
const editsOf = ({ end }: Drive) => {
  if (end.type !== 'edits') throw new Error(JSON.stringify(end))
  return end
}

/** The right to what a policy says, in the signed token of a call. */
const under = (policy: Partial<RoutingPolicy>) => ({
  routing: { ...defaultRouting, policy: { ...defaultRouting.policy, ...policy } },
})

test.group('a stronger model goes on', () => {
  test('when an answer could not be used even after a complaint', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    script(mock, [badEdit, badEdit, goodEdit])
    const engine = await testEngine(context, env)
    const driven = await drive(engine, await engine.upload(repository))
    const end = editsOf(driven)
    assert.deepEqual(end.edits, [{ kind: 'write', path: 'src/slug.ts', content: edited }])
    assert.deepEqual(end.setbacks, ['malformed_edits'])
    assert.deepEqual(asked(mock), ['gpt-6-luna', 'gpt-6-luna', 'gpt-6-sol'])
    assert.include(
      said(driven),
      'Moving up to gpt-6-sol because gpt-6-luna gave edits that could not be used.'
    )
    assert.include(lastSent(mock), 'does not occur in the file')
  })

  test('when edits did not apply three times in a row, whatever was read in between', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    script(mock, [
      useless(1),
      [['list', { folder: 'src' }]],
      useless(2),
      useless(3),
      [['edit', edit]],
      [finish],
    ])
    const engine = await testEngine(context, env)
    const driven = await drive(engine, await engine.upload(repository))
    assert.deepEqual(editsOf(driven).setbacks, ['malformed_edits'])
    assert.deepEqual(asked(mock), [...Array(4).fill('gpt-6-luna'), 'gpt-6-sol', 'gpt-6-sol'])
  })

  test('not when an edit that applies came in between', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    script(mock, [useless(1), useless(2), [['edit', edit]], useless(3), useless(4), [finish]])
    const engine = await testEngine(context, env)
    const driven = await drive(engine, await engine.upload(repository))
    assert.deepEqual(editsOf(driven).setbacks, [])
    assert.deepEqual(new Set(asked(mock)), new Set(['gpt-6-luna']))
  })

  test('when a model declines: {label}')
    .with([
      { label: 'by its tool', answer: [decline] as [string, object][] },
      { label: 'in words', answer: '@@ decline I would rather not.' },
    ])
    .run(async ({ assert, ...context }, { answer }) => {
      const { mock, env } = await testProvider(context)
      script(mock, [answer, [['edit', edit]], [finish]])
      const engine = await testEngine(context, env)
      const driven = await drive(engine, await engine.upload(repository))
      assert.deepEqual(editsOf(driven).setbacks, ['refusal'])
      assert.deepEqual(asked(mock), ['gpt-6-luna', 'gpt-6-sol', 'gpt-6-sol'])
      assert.include(said(driven), 'Moving up to gpt-6-sol because gpt-6-luna declined.')
    })

  test('when its provider filters the answer', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat', sequenceIndex: 0 }, { content: 'No.', finishReason: 'content_filter', usage })
    mock.on({ endpoint: 'chat', sequenceIndex: 1 }, { content: goodEdit, usage })
    const engine = await testEngine(context, env)
    const driven = await drive(engine, await engine.upload(repository))
    assert.deepEqual(editsOf(driven).setbacks, ['refusal'])
    assert.deepEqual(asked(mock), ['gpt-6-luna', 'gpt-6-sol'])
  })

  test('until there is none: then the refusal stands, with the last one’s reason', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    script(mock, [[decline], [['decline', { reason: 'Nor would I.' }]]])
    const engine = await testEngine(context, env)
    const { end } = await drive(engine, await engine.upload(repository))
    if (end.type !== 'refused') return assert.fail(JSON.stringify(end))
    assert.include(end.refusal.message, 'Nor would I')
    assert.include(end.refusal.message, 'gpt-6-sol')
  })

  test('not where {label}')
    .with([
      {
        label: 'the policy does not want that',
        policy: { escalateOn: { redVerdict: true, malformedEdits: false, refusal: false } },
      },
      { label: 'the policy climbs no further', policy: { maxEscalations: 0 } },
    ])
    .run(async ({ assert, ...context }, { policy }) => {
      const { mock, env } = await testProvider(context)
      mock.on({ endpoint: 'chat' }, { content: badEdit, usage })
      const engine = await testEngine(context, env)
      const token = await engine.keys.token(under(policy))
      const { end } = await drive(engine, await engine.upload(repository), { token })
      if (end.type !== 'failed') return assert.fail(JSON.stringify(end))
      assert.equal(end.code, 'malformed_edits')
      assert.deepEqual(asked(mock), ['gpt-6-luna', 'gpt-6-luna'])
    })

  test('and the next attempt begins above what went wrong before', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context, 'gpt-6-luna,gpt-6-sol,gpt-6-astra')
    script(mock, [goodEdit])
    const engine = await testEngine(context, env)
    const feedback = {
      attempt: 1,
      edits: [],
      exitCode: 1,
      output: 'not ok',
      setbacks: ['malformed_edits'],
    }
    const driven = await drive(engine, await engine.upload(repository), { body: () => ({ feedback }) })
    assert.deepEqual(editsOf(driven).setbacks, ['malformed_edits', 'red_verdict'])
    assert.deepEqual(asked(mock), ['gpt-6-astra'])
    assert.include(said(driven), 'Moving up to gpt-6-astra because attempt 1 did not pass the tests.')
  })

  test('for a plan, too, and a record answers each model once', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    const good = JSON.stringify(proposal)
    script(mock, ['no plan', 'still none', good])
    const engine = await testEngine(context, env)
    const snapshot = await engine.upload(repository)
    const events = await engine.events('/v1/plan', planBody(snapshot))
    assert.equal(lastOf(events, 'plan').plan.summary, proposal.summary)
    assert.deepEqual(asked(mock), ['gpt-6-luna', 'gpt-6-luna', 'gpt-6-sol'])

    const recorded = allOf(events, 'exchange').map(({ exchange: { hash, response } }) => ({ hash, response }))
    const again = await engine.events('/v1/plan', { ...planBody(snapshot), recorded })
    assert.deepEqual(lastOf(again, 'plan').plan, lastOf(events, 'plan').plan)
    assert.lengthOf(mock.getRequests(), 3)
  })
})
