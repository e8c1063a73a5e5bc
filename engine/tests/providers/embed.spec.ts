import { LLMock } from '@copilotkit/aimock'
import { test } from '@japa/runner'
import { embeddings } from '../../contract/embedding.ts'
import { testEngine } from '../support/engine.ts'
import { testProvider } from '../support/provider.ts'

const texts = Array.from({ length: 100 }, (_, index) => `function number ${index}`)

test.group('embeddings', () => {
  test('texts are sent in batches, and what is known is not sent again', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    const engine = await testEngine(context, env)
    const first = await engine.call('POST', '/v1/embed', { body: JSON.stringify({ texts }) })
    const made = embeddings.parse(await first.json())
    assert.lengthOf(made.vectors, 100)
    assert.equal(made.cached, 0)
    assert.lengthOf(mock.getRequests(), 2)
    assert.lengthOf(made.usage, 2)
    assert.containsSubset(made.usage, [{ purpose: 'embed', model: 'text-embedding-3-small' }])

    const more = await engine.call('POST', '/v1/embed', {
      body: JSON.stringify({ texts: [...texts, 'new'] }),
    })
    const again = embeddings.parse(await more.json())
    assert.equal(again.cached, 100)
    assert.deepEqual(again.vectors.slice(0, 100), made.vectors)
    assert.lengthOf(mock.getRequests(), 3)
    // What was taken from the store is told, too.
    assert.containsSubset(again.usage, [
      { cacheHit: true, costMicros: 0, inputTokens: 0 },
      { cacheHit: false, purpose: 'embed' },
    ])
  })

  test('nothing is kept between teams', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    const engine = await testEngine(context, env)
    const body = JSON.stringify({ texts: ['one'] })
    await engine.call('POST', '/v1/embed', { body })
    await engine.call('POST', '/v1/embed', { body, token: await engine.keys.token({ team: 'team-2' }) })
    assert.lengthOf(mock.getRequests(), 2)
  })

  test('an allowance holds here, too', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    const engine = await testEngine(context, env)
    const token = await engine.keys.token({ allowance: { micros: 0, platformMicros: null, final: false } })
    const response = await engine.call('POST', '/v1/embed', { token, body: JSON.stringify({ texts }) })
    assert.equal(response.status, 402)
    assert.isEmpty(mock.getRequests())
  })

  test('without a provider that embeds the answer says what to add', async ({ assert, ...context }) => {
    const other = new LLMock({ port: 0, host: '127.0.0.1' })
    await other.start()
    context.test.cleanup(() => other.stop())
    const engine = await testEngine(context, { ANTHROPIC_API_KEY: 'k', ANTHROPIC_BASE_URL: other.url })
    const response = await engine.call('POST', '/v1/embed', { body: JSON.stringify({ texts }) })
    assert.equal(response.status, 422)
    assert.match(((await response.json()) as { detail: string }).detail, /Add a key for OpenAI or Mistral/)
  })

  test('{label} is a bad request')
    .with([
      { label: 'no text', body: { texts: [] } },
      { label: 'an empty text', body: { texts: [''] } },
      { label: 'too many', body: { texts: Array.from({ length: 513 }, () => 'x') } },
    ])
    .run(async ({ assert, ...context }, { body }) => {
      const engine = await testEngine(context)
      const response = await engine.call('POST', '/v1/embed', { body: JSON.stringify(body) })
      assert.equal(response.status, 400)
    })
})
