import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { isTerminal } from '../../contract/stream.ts'
import { eventsIn, lastOf, testEngine } from '../support/engine.ts'
import { testProvider } from '../support/provider.ts'
import { tap } from '../support/tap.ts'
import { generateBody, goodEdit, planBody, repository } from '../support/task.ts'

/** Reads until the stream has said this, and leaves the rest unread. */
async function readUntil(response: Response, words: string): Promise<void> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  for (let text = ''; !text.includes(words); ) {
    const { value, done } = await reader.read()
    if (done) throw new Error(`the stream ended without "${words}"`)
    text += value
  }
  reader.releaseLock()
}

async function eventually(condition: () => boolean): Promise<void> {
  for (let waited = 0; waited < 2_000 && !condition(); waited += 20) await sleep(20)
}

const slow = { chunkSize: 5, latency: 100 }

test.group('event streams', () => {
  test('every stream ends with exactly one terminal event', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: goodEdit })
    const engine = await testEngine(context, env)
    const snapshot = await engine.upload(repository)
    for (const [path, body] of [
      ['/v1/analyze', { snapshot }],
      ['/v1/plan', planBody(snapshot)],
      ['/v1/generate', generateBody(snapshot)],
      ['/v1/analyze', { snapshot: `sha256:${'a'.repeat(64)}` }],
    ] as const) {
      const events = await engine.events(path, body)
      assert.lengthOf(events.filter(isTerminal), 1)
      assert.isTrue(isTerminal(events.at(-1)!))
    }
  })

  test('when the client goes away the call to the provider ends with it', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: 'x'.repeat(2_000) }, slow)
    const { seen, url } = await tap(context, mock.port)
    const engine = await testEngine(context, { ...env, OPENAI_BASE_URL: url })
    const body = JSON.stringify(generateBody(await engine.upload(repository)))
    const leaving = new AbortController()
    const response = await engine.call('POST', '/v1/generate', { body, signal: leaving.signal })
    await readUntil(response, 'event: delta')
    assert.deepEqual(seen, { opened: 1, closedByCaller: 0 })
    leaving.abort()
    await eventually(() => seen.closedByCaller > 0)
    assert.isAtLeast(seen.closedByCaller, 1)
    assert.lengthOf(mock.getRequests(), 1)
    await eventually(() => engine.logs.some(({ end }) => end === 'client gone'))
    assert.isTrue(engine.logs.some(({ end }) => end === 'client gone'))
  })

  test('a wait for the provider ends when the client goes away', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { error: { message: 'slow down' }, status: 429, retryAfter: 20 })
    const engine = await testEngine(context, env)
    const body = JSON.stringify(generateBody(await engine.upload(repository)))
    const leaving = new AbortController()
    const response = await engine.call('POST', '/v1/generate', { body, signal: leaving.signal })
    await readUntil(response, 'Trying again')
    leaving.abort()
    await eventually(() => engine.logs.some(({ end }) => end === 'client gone'))
    assert.lengthOf(mock.getRequests(), 1)
    assert.isTrue(engine.logs.some(({ end }) => end === 'client gone'))
  })

  test('an engine that is stopped ends its streams with a retryable failure', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: 'x'.repeat(2_000) }, slow)
    const engine = await testEngine(context, env)
    const body = JSON.stringify(generateBody(await engine.upload(repository)))
    const response = await engine.call('POST', '/v1/generate', { body })
    const [first, rest] = response.body!.tee()
    await readUntil(new Response(first), 'event: delta')
    await engine.stop()
    const end = lastOf(eventsIn(await new Response(rest).text()), 'failed')
    assert.deepInclude(end, { code: 'internal', retryable: true })
  })
})
