import { test } from '@japa/runner'
import { capabilities } from '../../contract/planning.ts'
import { testEngine } from '../support/engine.ts'
import { testProvider } from '../support/provider.ts'
import { generateBody } from '../support/task.ts'

const id = `sha256:${'a'.repeat(64)}`

test.group('requests', () => {
  test('{label} is answered with 400 and problem details')
    .with([
      { label: 'a body that is no JSON', path: '/v1/plan', body: 'task=rename' },
      {
        label: 'a body without a task',
        path: '/v1/plan',
        body: JSON.stringify({ snapshot: id, test: null }),
      },
      {
        label: 'a snapshot that is no digest',
        path: '/v1/analyze',
        body: JSON.stringify({ snapshot: '../../etc' }),
      },
      {
        label: 'a generation without a plan',
        path: '/v1/generate',
        body: JSON.stringify({ ...generateBody(id), plan: null }),
      },
    ])
    .run(async ({ assert, ...context }, { path, body }) => {
      const engine = await testEngine(context)
      const response = await engine.call('POST', path, { body })
      assert.equal(response.status, 400)
      assert.equal(response.headers.get('content-type'), 'application/problem+json')
      const details = Object(await response.json())
      assert.deepInclude(details, { status: 400, code: 'bad_request' })
      assert.isNotEmpty(details.errors)
    })

  test('an unknown address is a problem, too', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const response = await engine.call('GET', '/v1/nothing')
    assert.equal(response.status, 404)
    assert.equal(response.headers.get('content-type'), 'application/problem+json')
  })

  test('capabilities list recipes and models, never a key', async ({ assert, ...context }) => {
    const { env } = await testProvider(context)
    const engine = await testEngine(context, env)
    const text = await (await engine.call('GET', '/v1/capabilities')).text()
    const common = { provider: 'openai-compatible', payer: 'platform', region: 'local' } as const
    assert.deepEqual(capabilities.parse(JSON.parse(text)).models, [
      { ...common, ref: 'gpt-6-luna', model: 'gpt-6-luna', price: { input: 100_000, output: 500_000 } },
      { ...common, ref: 'gpt-6-sol', model: 'gpt-6-sol', price: { input: 2_000_000, output: 10_000_000 } },
    ])
    assert.notInclude(text, 'canary')
  })

  test('without a key there are recipes and no models', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const answer = capabilities.parse(await (await engine.call('GET', '/v1/capabilities')).json())
    assert.isEmpty(answer.models)
    assert.isNotEmpty(answer.recipes)
  })

  test('the request id of the caller comes back and is logged; an odd one is replaced', async ({
    assert,
    ...context
  }) => {
    const engine = await testEngine(context)
    const given = await engine.call('GET', '/v1/capabilities', { headers: { 'x-request-id': 'call-7' } })
    assert.equal(given.headers.get('x-request-id'), 'call-7')
    assert.isTrue(engine.logs.some(({ requestId }) => requestId === 'call-7'))
    const odd = await engine.call('GET', '/v1/capabilities', { headers: { 'x-request-id': 'a b"c' } })
    assert.match(odd.headers.get('x-request-id') ?? '', /^[\w-]{36}$/)
  })
})
