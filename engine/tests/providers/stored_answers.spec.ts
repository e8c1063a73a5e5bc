import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { defaultRouting, type RoutingPolicy } from '../../contract/routing.ts'
import { callModel } from '../../src/providers/call_model.ts'
import { drive, script } from '../support/agent.ts'
import { allOf, testEngine } from '../support/engine.ts'
import { testCall, testModels } from '../support/models.ts'
import { testProvider, usage } from '../support/provider.ts'
import { repository } from '../support/task.ts'

test.group('stored answers', () => {
  test('exactly the same is answered once, and the saving is told', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: 'fine', usage })
    const provider = testModels(env, { team: randomUUID() })
    const first = testCall(provider, { cacheable: true })
    const again = testCall(provider, { cacheable: true })
    const answer = await callModel(first.call)
    // What is kept has been JSON in between.
    assert.deepEqual(await callModel(again.call), JSON.parse(JSON.stringify(answer)))
    assert.lengthOf(mock.getRequests(), 1)
    const cost = first.usages()[0]!.costMicros
    assert.containsSubset(again.usages(), [
      { cacheHit: true, costMicros: 0, savedMicros: cost, inputTokens: 0 },
    ])
  })

  test('{label} is asked anew')
    .with([
      { label: 'another team', access: { team: 'other' }, rest: {} },
      { label: 'another word', access: {}, rest: { instructions: 'You write tests.' } },
      {
        label: 'a wish for a new answer',
        access: { routing: { ...defaultRouting, useCache: false } },
        rest: {},
      },
      { label: 'what is not to be kept', access: {}, rest: { cacheable: false } },
    ])
    .run(async ({ assert, ...context }, { access, rest }) => {
      const { mock, env } = await testProvider(context)
      mock.on({ endpoint: 'chat' }, { content: 'fine', usage })
      const team = randomUUID()
      await callModel(testCall(testModels(env, { team }), { cacheable: true }).call)
      await callModel(testCall(testModels(env, { team, ...access }), { cacheable: true, ...rest }).call)
      assert.lengthOf(mock.getRequests(), 2)
    })

  const kept = (rest: Partial<RoutingPolicy> = { cacheAnswers: true }) => ({
    ...defaultRouting,
    policy: { ...defaultRouting.policy, ...rest },
  })

  test('a policy that allows it has {purpose} answered from the store: {again} questions')
    .with([
      { purpose: 'plan', again: 1 },
      { purpose: 'edit', again: 1 },
      { purpose: 'review', again: 1 },
      { purpose: 'repair', again: 2 },
      { purpose: 'check', again: 2 },
    ] as const)
    .run(async ({ assert, ...context }, { purpose, again }) => {
      const { mock, env } = await testProvider(context)
      mock.on({ endpoint: 'chat' }, { content: 'fine', usage })
      const provider = testModels(env, { team: randomUUID(), routing: kept() })
      for (const _ of [1, 2]) await callModel(testCall(provider, { purpose }).call)
      assert.lengthOf(mock.getRequests(), again)
    })

  test('without the policy’s leave the provider is asked each time, and no team is given another’s', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: 'fine', usage })
    const team = randomUUID()
    const ask = (access: Parameters<typeof testModels>[1]) =>
      callModel(testCall(testModels(env, { team, ...access }), { purpose: 'plan' }).call)
    await ask({ routing: kept({}) })
    await ask({ routing: kept({}) })
    assert.lengthOf(mock.getRequests(), 2)
    await ask({ routing: kept() })
    await ask({ routing: kept(), team: randomUUID() })
    assert.lengthOf(mock.getRequests(), 4)
    await ask({ routing: kept() })
    assert.lengthOf(mock.getRequests(), 4)
  })

  test('a whole conversation is answered from the store, at no cost', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    script(mock, [
      [['read_file', { path: 'src/slug.ts' }]],
      [['edit', { action: 'replace', path: 'src/slug.ts', search: "'-'", replace: "'_'" }]],
      [['finish', { summary: 'Underscores.' }]],
    ])
    const engine = await testEngine(context, env)
    const snapshot = await engine.upload(repository)
    const token = await engine.keys.token({ routing: kept() })
    const first = await drive(engine, snapshot, { token })
    const again = await drive(engine, snapshot, { token })
    assert.deepEqual(again.end, first.end)
    assert.lengthOf(mock.getRequests(), 3)
    const usages = allOf(again.events, 'usage').map(({ usage }) => usage)
    assert.lengthOf(usages, 3)
    for (const { cacheHit, costMicros, savedMicros } of usages) {
      assert.isTrue(cacheHit)
      assert.equal(costMicros, 0)
      assert.isAbove(savedMicros, 0)
    }
  })
})
