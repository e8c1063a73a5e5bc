import { test } from '@japa/runner'
import { allOf, lastOf, testEngine } from '../support/engine.ts'
import { testProvider, usage } from '../support/provider.ts'
import { edited, generateBody, goodEdit, repository } from '../support/task.ts'

test.group('provider failures', () => {
  test('a stream that is cut off is never accepted, even when it holds a whole edit', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    mock.on(
      { endpoint: 'chat' },
      { content: `${goodEdit}\n${'.'.repeat(500)}`, usage },
      { chunkSize: 50, latency: 5, truncateAfterChunks: 8 }
    )
    const engine = await testEngine(context, env)
    const events = await engine.events('/v1/generate', generateBody(await engine.upload(repository)))
    const end = lastOf(events, 'failed')
    assert.equal(end.code, 'stream_truncated')
    assert.isTrue(end.retryable)
    assert.isAbove(allOf(events, 'delta').length, 0)
    assert.isNull(allOf(events, 'usage')[0]!.usage.costMicros)
    assert.lengthOf(mock.getRequests(), 1)
  })

  test('an answer that reached the output limit is never accepted', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: goodEdit, finishReason: 'length', usage })
    const engine = await testEngine(context, env)
    const events = await engine.events('/v1/generate', generateBody(await engine.upload(repository)))
    const end = lastOf(events, 'failed')
    assert.equal(end.code, 'stream_truncated')
    assert.isFalse(end.retryable)
    assert.equal(allOf(events, 'usage')[0]!.usage.costMicros, 270)
  })

  test('a refusal by the provider is a refusal, not a failure', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context, 'gpt-6-luna')
    mock.on(
      { endpoint: 'chat' },
      { content: 'I can not help with that.', finishReason: 'content_filter', usage }
    )
    const engine = await testEngine(context, env)
    const events = await engine.events('/v1/generate', generateBody(await engine.upload(repository)))
    assert.equal(lastOf(events, 'refused').refusal.code, 'model_declined')
  })

  test('429 is waited for as long as the provider asks, then answered', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    const limit = { error: { message: 'slow down', type: 'rate_limit_error' }, status: 429, retryAfter: 1 }
    mock.on({ endpoint: 'chat', sequenceIndex: 0 }, limit)
    mock.on({ endpoint: 'chat', sequenceIndex: 1 }, { content: goodEdit, usage })
    const engine = await testEngine(context, env)
    const snapshot = await engine.upload(repository)
    const started = Date.now()
    const events = await engine.events('/v1/generate', generateBody(snapshot))
    assert.deepEqual(lastOf(events, 'edits').edits, [{ kind: 'write', path: 'src/slug.ts', content: edited }])
    assert.isAtLeast(Date.now() - started, 1_000)
    assert.lengthOf(allOf(events, 'usage'), 1)
    assert.isTrue(allOf(events, 'progress').some(({ message }) => message.includes('Trying again in 1.0 s')))
  })

  test('a longer wait than the engine has patience for is passed on', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { error: { message: 'slow down' }, status: 429, retryAfter: 600 })
    const engine = await testEngine(context, env)
    const end = lastOf(
      await engine.events('/v1/generate', generateBody(await engine.upload(repository))),
      'failed'
    )
    assert.deepInclude(end, { code: 'rate_limited', retryable: true, retryAfterMs: 600_000 })
    assert.lengthOf(mock.getRequests(), 1)
  })

  test('{status} is tried four times in all, then reported as passing')
    .with([{ status: 500 }, { status: 503 }])
    .run(async ({ assert, ...context }, { status }) => {
      const { mock, env } = await testProvider(context)
      mock.on({ endpoint: 'chat' }, { error: { message: 'sk-test-canary-key boom' }, status })
      const engine = await testEngine(context, env)
      const events = await engine.events('/v1/generate', generateBody(await engine.upload(repository)))
      assert.deepInclude(lastOf(events, 'failed'), { code: 'provider_unavailable', retryable: true })
      assert.lengthOf(mock.getRequests(), 4)
      assert.isEmpty(allOf(events, 'usage'))
      assert.notInclude(JSON.stringify([events, engine.logs]), 'canary')
    })

  test('{status} {code} ends as {expected} with the variable to look at')
    .with([
      { status: 401, code: 'invalid_api_key', expected: 'provider_rejected', names: 'OPENAI_API_KEY' },
      { status: 404, code: 'model_not_found', expected: 'provider_rejected', names: 'AGENTOPS_MODELS' },
      { status: 429, code: 'insufficient_quota', expected: 'provider_rejected', names: 'OPENAI_API_KEY' },
      { status: 400, code: 'context_length_exceeded', expected: 'context_overflow', names: 'gpt-6-luna' },
    ])
    .run(async ({ assert, ...context }, { status, code, expected, names }) => {
      const { mock, env } = await testProvider(context)
      mock.on({ endpoint: 'chat' }, { error: { message: 'no', code }, status })
      const engine = await testEngine(context, env)
      const end = lastOf(
        await engine.events('/v1/generate', generateBody(await engine.upload(repository))),
        'failed'
      )
      assert.equal(end.code, expected)
      assert.include(end.message, names)
      assert.isFalse(end.retryable)
      assert.lengthOf(mock.getRequests(), 1)
    })

  test('a provider that can not be reached is unavailable', async ({ assert, ...context }) => {
    const { env } = await testProvider(context)
    // Nothing listens on the discard port.
    const engine = await testEngine(context, { ...env, OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' })
    const end = lastOf(
      await engine.events('/v1/generate', generateBody(await engine.upload(repository))),
      'failed'
    )
    assert.equal(end.code, 'provider_unavailable')
  }).timeout(15_000)

  test('usage of a model without a price has no cost', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context, 'a-local-model')
    mock.on({ endpoint: 'chat' }, { content: goodEdit, usage })
    const engine = await testEngine(context, env)
    const events = await engine.events('/v1/generate', generateBody(await engine.upload(repository)))
    const call = allOf(events, 'usage')[0]!.usage
    assert.equal(call.inputTokens, 1200)
    assert.isNull(call.costMicros)
  })
})
