import { test } from '@japa/runner'
import { CompactEncrypt, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import type { TeamKey } from '../../contract/keys.ts'
import { keyCheck } from '../../contract/keys.ts'
import { defaultRouting } from '../../contract/routing.ts'
import { type TestEngine, testEngine } from '../support/engine.ts'
import { testProvider, usage } from '../support/provider.ts'

const teamKey: TeamKey = {
  provider: 'openai-compatible',
  apiKey: 'sk-team-canary',
  baseUrl: null,
  models: ['their-model'],
  region: null,
  price: { input: 1_000_000, output: 2_000_000 },
}

async function sealed(keys: unknown, jwk: JWK): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(keys)))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM' })
    .encrypt(await importJWK(jwk, 'RSA-OAEP-256'))
}

async function publicKey({ url }: TestEngine): Promise<JWK> {
  const { keys } = (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as { keys: JWK[] }
  return keys[0]!
}

/** Asks for a check with these keys in the token. */
async function check(engine: TestEngine, keys: string, model: string, claims: object = {}) {
  const token = await engine.keys.token({ keys, ...claims })
  return engine.call('POST', '/v1/key-checks', { token, body: JSON.stringify({ model }) })
}

test.group("teams' own keys", () => {
  test('a key that works is called once, for real, and never shown', async ({ assert, ...context }) => {
    const { mock } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: 'ready', usage })
    const engine = await testEngine(context, { ENGINE_PRIVATE_ADDRESSES: 'true' })
    const keys = await sealed([{ ...teamKey, baseUrl: `${mock.url}/v1` }], await publicKey(engine))
    const response = await check(engine, keys, 'openai-compatible:their-model')
    const text = await response.text()
    assert.isTrue(keyCheck.parse(JSON.parse(text)).ok)
    assert.lengthOf(mock.getRequests(), 1)
    assert.equal(mock.getRequests()[0]!.headers.authorization, '[REDACTED]')
    assert.notInclude(text + JSON.stringify(engine.logs), 'canary')
  })

  test('a key that the provider refuses does not pass, with why', async ({ assert, ...context }) => {
    const { mock } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { error: { message: 'sk-team-canary is wrong' }, status: 401 })
    const engine = await testEngine(context, { ENGINE_PRIVATE_ADDRESSES: 'true' })
    const keys = await sealed([{ ...teamKey, baseUrl: `${mock.url}/v1` }], await publicKey(engine))
    const answer = keyCheck.parse(await (await check(engine, keys, 'openai-compatible:their-model')).json())
    assert.deepEqual(answer, {
      ok: false,
      message: "The model provider refused your team's key for the compatible server (HTTP 401).",
    })
  })

  test('{address} is not reached unless the operator allows it')
    .with([
      { address: 'http://127.0.0.1:{port}/v1' },
      { address: 'http://localhost:{port}/v1' },
      { address: 'http://[::1]:{port}/v1' },
      { address: 'http://169.254.169.254/v1' },
    ])
    .run(async ({ assert, ...context }, { address }) => {
      const { mock } = await testProvider(context)
      const engine = await testEngine(context)
      const baseUrl = address.replace('{port}', new URL(mock.url).port)
      const keys = await sealed([{ ...teamKey, baseUrl }], await publicKey(engine))
      const answer = keyCheck.parse(await (await check(engine, keys, 'openai-compatible:their-model')).json())
      assert.match(answer.ok ? '' : answer.message, /not of the open internet/)
      assert.isEmpty(mock.getRequests())
    })

  test('keys for another engine are sent back, to be encrypted anew', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const { publicKey: other } = await generateKeyPair('RSA-OAEP-256')
    const response = await check(engine, await sealed([teamKey], await exportJWK(other)), 'gpt-6-luna')
    assert.equal(response.status, 409)
    assert.equal(((await response.json()) as { code: string }).code, 'keys_unreadable')
  })

  test('a model without a key can not be checked', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const keys = await sealed([{ ...teamKey, baseUrl: 'https://example.com/v1' }], await publicKey(engine))
    assert.equal((await check(engine, keys, 'gpt-6-luna')).status, 400)
  })

  test('capabilities tell of the models of the team, its prices and who pays', async ({
    assert,
    ...context
  }) => {
    const { env } = await testProvider(context)
    const engine = await testEngine(context, env)
    const keys = await sealed([{ ...teamKey, baseUrl: 'https://example.com/v1' }], await publicKey(engine))
    const routing = { ...defaultRouting, data: { ...defaultRouting.data, providers: ['openai-compatible'] } }
    const token = await engine.keys.token({ keys, routing })
    const { models } = (await (await engine.call('GET', '/v1/capabilities', { token })).json()) as {
      models: object[]
    }
    assert.containsSubset(models, [
      { ref: 'gpt-6-luna', payer: 'platform' },
      { ref: 'openai-compatible:their-model', payer: 'team', price: { input: 1_000_000, output: 2_000_000 } },
    ])
  })
})
