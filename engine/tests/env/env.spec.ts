import { test } from '@japa/runner'
import { EnvError, loadEnv } from '../../src/env.ts'

test.group('environment', () => {
  test('everything has a default, and no key means no models', ({ assert }) => {
    const env = loadEnv({})
    assert.deepInclude(env, {
      port: 3334,
      host: '127.0.0.1',
      jwksUrl: 'http://127.0.0.1:3333/.well-known/jwks.json',
      providers: {},
      models: [],
      privateAddresses: false,
    })
  })

  test('an empty variable counts as missing', ({ assert }) => {
    assert.deepEqual(loadEnv({ OPENAI_API_KEY: '', ENGINE_PORT: '', APP_URL: '' }), loadEnv({}))
  })

  test('a key brings models, cheapest first', ({ assert }) => {
    const { providers, models } = loadEnv({
      OPENAI_API_KEY: 'k',
      OPENAI_BASE_URL: 'http://127.0.0.1:1/v1/',
      AGENTOPS_MODELS: 'a, b',
    })
    assert.deepEqual(providers, { openai: { apiKey: 'k', baseUrl: 'http://127.0.0.1:1/v1' } })
    assert.deepEqual(models, ['a', 'b'])
  })

  test('each provider has its own variables, and only models of configured ones count', ({ assert }) => {
    const { providers, models } = loadEnv({
      ANTHROPIC_API_KEY: 'a',
      MISTRAL_API_KEY: 'm',
      OLLAMA_BASE_URL: 'http://127.0.0.1:11434/v1',
      AGENTOPS_MODELS: 'ollama:qwen3:8b,mistral:codestral-2508,gpt-6-sol,anthropic:claude-opus-5-5',
    })
    assert.deepEqual(providers, {
      anthropic: { apiKey: 'a', baseUrl: 'https://api.anthropic.com' },
      mistral: { apiKey: 'm', baseUrl: 'https://api.mistral.ai' },
      ollama: { apiKey: null, baseUrl: 'http://127.0.0.1:11434' },
    })
    assert.deepEqual(models, ['ollama:qwen3:8b', 'mistral:codestral-2508', 'anthropic:claude-opus-5-5'])
  })

  test('a key without a list of models brings the usual ones of its provider', ({ assert }) => {
    assert.deepEqual(loadEnv({ ANTHROPIC_API_KEY: 'a' }).models, [
      'anthropic:claude-haiku-5-5',
      'anthropic:claude-sonnet-5-5',
      'anthropic:claude-opus-5-5',
    ])
  })

  test('the keys of the app are looked for under APP_URL unless another address is given', ({ assert }) => {
    assert.equal(
      loadEnv({ APP_URL: 'https://ops.example/' }).jwksUrl,
      'https://ops.example/.well-known/jwks.json'
    )
    assert.equal(loadEnv({ ENGINE_JWKS_URL: 'http://web:1/keys' }).jwksUrl, 'http://web:1/keys')
  })

  test('{name}={value} stops the start and is named')
    .with([
      { name: 'ENGINE_PORT', value: '70000' },
      { name: 'ENGINE_PORT', value: 'http' },
      { name: 'APP_URL', value: 'localhost:3333' },
      { name: 'ENGINE_JWKS_URL', value: 'file:///keys' },
      { name: 'OPENAI_BASE_URL', value: 'https://api.openai.com' },
      { name: 'OPENAI_BASE_URL', value: 'api.openai.com/v1' },
      { name: 'OPENAI_API_KEY', value: 'two words' },
      { name: 'AGENTOPS_MODELS', value: 'a,,b' },
      { name: 'ANTHROPIC_BASE_URL', value: 'https://api.anthropic.com/v1' },
      { name: 'MISTRAL_BASE_URL', value: 'api.mistral.ai' },
      { name: 'OLLAMA_BASE_URL', value: 'localhost:11434' },
      { name: 'ENGINE_PRIVATE_ADDRESSES', value: 'yes' },
      { name: 'ENGINE_PRIVATE_KEY', value: '{"kty":"EC"}' },
    ])
    .run(({ assert }, { name, value }) => {
      assert.throws(() => loadEnv({ [name]: value }), new RegExp(`^${name} must`))
    })

  test('all malformed variables are named at once, without their values', ({ assert }) => {
    try {
      loadEnv({ ENGINE_PORT: 'seventy', OPENAI_API_KEY: 'secret key' })
      assert.fail('it should have thrown')
    } catch (error) {
      assert.instanceOf(error, EnvError)
      assert.lengthOf(String((error as Error).message).split('\n'), 2)
      assert.notMatch(String((error as Error).message), /seventy|secret key/)
    }
  })
})
