import { LLMock } from '@copilotkit/aimock'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { defaultRouting } from '../../contract/routing.ts'
import { callModel } from '../../src/providers/call_model.ts'
import { Health } from '../../src/providers/health.ts'
import { testCall, testModels } from '../support/models.ts'
import { testProvider, usage } from '../support/provider.ts'

async function two(context: Pick<TestContext, 'test'>) {
  const { mock, env } = await testProvider(context, 'gpt-6-luna,anthropic:claude-haiku-5-5')
  const other = new LLMock({ port: 0, host: '127.0.0.1' })
  await other.start()
  context.test.cleanup(() => other.stop())
  return { mock, other, env: { ...env, ANTHROPIC_API_KEY: 'sk-ant-canary', ANTHROPIC_BASE_URL: other.url } }
}

test.group('when a provider fails', () => {
  test('a refused key sends the call to another provider, and says so', async ({ assert, ...context }) => {
    const { mock, other, env } = await two(context)
    mock.on({ endpoint: 'chat' }, { error: { message: 'no canary', code: 'invalid_api_key' }, status: 401 })
    other.on({ endpoint: 'chat' }, { content: 'from the other', usage })
    const { call, usages, said } = testCall(testModels(env))
    const answer = await callModel(call)
    assert.containsSubset(answer, {
      type: 'answer',
      text: 'from the other',
      model: 'anthropic:claude-haiku-5-5',
    })
    assert.match(said()[0]!, /refused the key in OPENAI_API_KEY.*Asking claude-haiku-5-5 instead/)
    assert.deepEqual(
      usages().map(({ provider }) => provider),
      ['anthropic']
    )
    assert.notInclude(JSON.stringify(said()), 'canary')
  })

  test('the replacement is held to what is left to spend', async ({ assert, ...context }) => {
    const { mock, other, env } = await two(context)
    mock.on({ endpoint: 'chat' }, { error: { message: 'no', code: 'invalid_api_key' }, status: 401 })
    other.on({ endpoint: 'chat' }, { content: 'never', usage })
    const models = 'gpt-6-luna,anthropic:claude-opus-5-5'
    const provider = testModels(
      { ...env, AGENTOPS_MODELS: models },
      { allowance: { micros: 5_000, platformMicros: null, final: false } }
    )
    assert.containsSubset(await callModel(testCall(provider).call), {
      type: 'failed',
      code: 'provider_rejected',
    })
    assert.isEmpty(other.getRequests())
  })

  test('the data policy holds for replacements, and for whatever is asked by name', async ({
    assert,
    ...context
  }) => {
    const { mock, other, env } = await two(context)
    mock.on({ endpoint: 'chat' }, { error: { message: 'no', code: 'invalid_api_key' }, status: 401 })
    other.on({ endpoint: 'chat' }, { content: 'never', usage })
    const data = { ...defaultRouting.data, providers: ['openai-compatible' as const] }
    const provider = testModels(env, { routing: { ...defaultRouting, data } })
    assert.deepEqual(provider.models, ['gpt-6-luna'])
    assert.containsSubset(await callModel(testCall(provider).call), { type: 'failed' })
    const named = await callModel(testCall(provider, { model: 'anthropic:claude-haiku-5-5' }).call)
    assert.match(named.type === 'failed' ? named.message : '', /data policy/)
    assert.isEmpty(other.getRequests())
  })

  test('after five failures in a row a provider is left alone', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { error: { message: 'boom' }, status: 500 })
    const health = new Health()
    const provider = testModels(env, { health })
    await callModel(testCall(provider).call)
    assert.isFalse(health.rests('platform openai'))
    await callModel(testCall(provider).call)
    assert.isTrue(health.rests('platform openai'))
    assert.lengthOf(mock.getRequests(), 5)
    const answer = await callModel(testCall(provider).call)
    assert.containsSubset(answer, { type: 'failed', code: 'provider_unavailable', retryable: true })
    assert.lengthOf(mock.getRequests(), 5)
  }).timeout(30_000)

  test('hedged: a second model answers when the first is slow, and the first is stopped', async ({
    assert,
    ...context
  }) => {
    const { mock, other, env } = await two(context)
    mock.on({ endpoint: 'chat' }, { content: 'late', usage }, { latency: 20_000 })
    other.on({ endpoint: 'chat' }, { content: 'soon', usage })
    const policy = { ...defaultRouting.policy, hedgeAfterMs: 500 }
    const started = Date.now()
    const { call } = testCall(testModels(env, { routing: { ...defaultRouting, policy } }))
    assert.containsSubset(await callModel(call), { type: 'answer', text: 'soon' })
    assert.isBelow(Date.now() - started, 15_000)
  })

  test('not hedged unless the policy says so', async ({ assert, ...context }) => {
    const { mock, other, env } = await two(context)
    mock.on({ endpoint: 'chat' }, { content: 'late', usage }, { latency: 900 })
    other.on({ endpoint: 'chat' }, { content: 'soon', usage })
    assert.containsSubset(await callModel(testCall(testModels(env)).call), { type: 'answer', text: 'late' })
    assert.isEmpty(other.getRequests())
  })

  test('{vendor}: {status} {type} is {code}')
    .with([
      { vendor: 'anthropic', status: 529, type: 'overloaded_error', code: 'provider_unavailable' },
      { vendor: 'anthropic', status: 429, type: 'rate_limit_error', code: 'rate_limited' },
      { vendor: 'anthropic', status: 401, type: 'authentication_error', code: 'provider_rejected' },
      { vendor: 'anthropic', status: 404, type: 'not_found_error', code: 'provider_rejected' },
      { vendor: 'anthropic', status: 413, type: 'request_too_large', code: 'context_overflow' },
      { vendor: 'anthropic', status: 400, type: 'prompt is too long', code: 'context_overflow' },
      { vendor: 'mistral', status: 422, type: 'invalid_request_error', code: 'provider_rejected' },
      { vendor: 'mistral', status: 429, type: 'rate_limited', code: 'rate_limited' },
      { vendor: 'mistral', status: 503, type: 'service_unavailable', code: 'provider_unavailable' },
      { vendor: 'ollama', status: 404, type: 'model not found', code: 'provider_rejected' },
      { vendor: 'ollama', status: 400, type: 'qwen does not support tools', code: 'tools_unsupported' },
    ])
    .run(async ({ assert, ...context }, { vendor, status, type, code }) => {
      const { mock } = await testProvider(context)
      mock.on({ endpoint: 'chat' }, { error: { message: type, type }, status, retryAfter: 600 })
      const variables = {
        ANTHROPIC_API_KEY: 'sk-canary',
        ANTHROPIC_BASE_URL: mock.url,
        MISTRAL_API_KEY: 'sk-canary',
        MISTRAL_BASE_URL: mock.url,
        OLLAMA_BASE_URL: mock.url,
        AGENTOPS_MODELS: `${vendor}:some-model`,
      }
      const stop = AbortSignal.timeout(400)
      const answer = await callModel(testCall(testModels(variables), { signal: stop }).call).catch(
        () => 'waits'
      )
      // What may pass is tried again, so the call is still at it when it is stopped.
      if (code === 'provider_unavailable') assert.equal(answer, 'waits')
      else assert.containsSubset(answer, { type: 'failed', code })
      assert.notInclude(JSON.stringify(answer), 'canary')
    })
})
