import { test } from '@japa/runner'
import { callModel } from '../../src/providers/call_model.ts'
import { Purse } from '../../src/providers/purse.ts'
import { testCall, testModels } from '../support/models.ts'
import { testProvider, usage } from '../support/provider.ts'

test.group('spending within an allowance', () => {
  test('what a call costs is taken off, and the answer is shortened to what is left', ({ assert }) => {
    const model = testModels({ OPENAI_API_KEY: 'k' }).model('gpt-6-sol')!
    const purse = new Purse({ micros: 100_000, platformMicros: null, final: false })
    const first = purse.affords(model, 10_000, 24_000)
    assert.equal(first.kind, 'affordable')
    assert.deepInclude(first, { atMostMicros: 100_000, maxOutputTokens: 7_500 })
    purse.spend(70_000, 'platform')
    assert.equal(purse.left('platform'), 30_000)
    assert.deepEqual(purse.affords(model, 10_000, 24_000), { kind: 'too_dear', neededMicros: 45_000 })
  })

  test('a team pays its own keys, whatever the installation allows', ({ assert }) => {
    const purse = new Purse({ micros: null, platformMicros: 0, final: false })
    assert.isNull(purse.left('team'))
    assert.equal(purse.left('platform'), 0)
  })

  test('the provider is not called for what can not be paid', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: 'never', usage })
    const provider = testModels(env, { allowance: { micros: 100, platformMicros: null, final: false } })
    const { call, usages } = testCall(provider)
    const answer = await callModel(call)
    assert.containsSubset(answer, { type: 'failed', code: 'budget_exceeded', retryable: false })
    assert.isAbove(answer.type === 'failed' ? (answer.neededMicros ?? 0) : 0, 100)
    assert.isEmpty(mock.getRequests())
    assert.isEmpty(usages())
  })

  test('with a limit a model without a price is not called', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context, 'a-local-model')
    mock.on({ endpoint: 'chat' }, { content: 'never', usage })
    const provider = testModels(env, { allowance: { micros: 1_000_000, platformMicros: null, final: false } })
    const answer = await callModel(testCall(provider).call)
    assert.containsSubset(answer, { type: 'failed', code: 'price_unknown' })
    assert.isEmpty(mock.getRequests())
  })

  test('calls of one turn share the allowance', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: 'fine', usage })
    const provider = testModels(env, { allowance: { micros: 1_200, platformMicros: null, final: false } })
    const { call, usages } = testCall(provider)
    assert.equal((await callModel(call)).type, 'answer')
    assert.equal(usages()[0]!.costMicros, 270)
    assert.equal(provider.purse.left('platform'), 930)
    const second = await callModel(testCall(provider).call)
    assert.containsSubset(second, { type: 'failed', code: 'budget_exceeded' })
    assert.lengthOf(mock.getRequests(), 1)
  })

  test('an answer that broke off counts with the most that it can have cost', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    mock.on(
      { endpoint: 'chat' },
      { content: 'x'.repeat(500), usage },
      { chunkSize: 50, latency: 5, truncateAfterChunks: 8 }
    )
    const provider = testModels(env, { allowance: { micros: 50_000, platformMicros: null, final: false } })
    const { call, usages } = testCall(provider)
    assert.containsSubset(await callModel(call), { type: 'failed', code: 'stream_truncated' })
    const [cut] = usages()
    assert.isNull(cut!.costMicros)
    assert.equal(provider.purse.left('platform'), 50_000 - cut!.atMostMicros!)
  })
})
