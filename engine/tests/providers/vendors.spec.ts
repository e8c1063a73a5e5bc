import Anthropic from '@anthropic-ai/sdk'
import { LLMock } from '@copilotkit/aimock'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { Mistral } from '@mistralai/mistralai'
import { tool } from 'ai'
import { Ollama } from 'ollama'
import OpenAI from 'openai'
import { z } from 'zod'
import { callModel } from '../../src/providers/call_model.ts'
import type { ModelProvider } from '../../src/providers/provider.ts'
import { openai } from '../../src/providers/vendors/openai.ts'
import { mistralServer } from '../support/mistral.ts'
import { testCall, testModels } from '../support/models.ts'
import { recorder } from '../support/recorder.ts'

const key = 'sk-canary-of-vendors'
const instructions = 'You write code.'
const said = 'Say hello'
const schema = { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] }
const tools = {
  read_file: tool({ description: 'Reads a file', inputSchema: z.object({ path: z.string() }) }),
}
const counts = {
  prompt_tokens: 120,
  completion_tokens: 30,
  total_tokens: 150,
  input_tokens: 120,
  output_tokens: 30,
  prompt_eval_count: 120,
  eval_count: 30,
}
const call = { toolCalls: [{ name: 'read_file', arguments: '{"path":"src/a.ts"}' }] }

type Context = Pick<TestContext, 'test'>

/** The emulator behind a recording of what is sent to it: a text first, then a call of a tool. */
async function emulator(context: Context) {
  const mock = new LLMock({ port: 0, host: '127.0.0.1' })
  await mock.start()
  context.test.cleanup(() => mock.stop())
  mock.on({ userMessage: said }, { content: 'Hello there', usage: counts })
  mock.on({ userMessage: 'Read it' }, { ...call, usage: counts })
  return { mock, ...(await recorder(context, mock.url)) }
}

/** What we send and what we read, for a text and for a call of a tool. */
async function ours(provider: ModelProvider) {
  const text = testCall(provider, { instructions, messages: [{ role: 'user', content: said }], tools })
  const answer = await callModel(text.call)
  if (answer.type !== 'answer') throw new Error(JSON.stringify(answer))
  const asked = testCall(provider, { instructions, messages: [{ role: 'user', content: 'Read it' }], tools })
  const called = await callModel(asked.call)
  if (called.type !== 'answer') throw new Error(JSON.stringify(called))
  const { inputTokens, outputTokens } = text.usages()[0]!
  return { text: answer.text, counts: [inputTokens, outputTokens], toolCalls: called.toolCalls }
}

const readCall = { name: 'read_file', input: { path: 'src/a.ts' }, malformed: null }

test.group('vendors: their own SDKs send and read what we send and read', () => {
  test('OpenAI', async ({ assert, ...context }) => {
    const { requests, url } = await emulator(context)
    const models = testModels({ OPENAI_API_KEY: key, OPENAI_BASE_URL: `${url}/v1` })
    const vendor = openai({ apiKey: key, baseUrl: `${url}/v1` })
    const model: ModelProvider['model'] = (ref) => {
      const found = models.model(ref)
      return found && { ...found, vendor, provider: 'openai' }
    }
    const we = await ours({ ...models, model })
    const sdk = new OpenAI({ apiKey: key, baseURL: `${url}/v1` })
    const stream = sdk.responses.stream({
      model: 'gpt-6-luna',
      store: false,
      input: [
        { role: 'developer', content: instructions },
        { role: 'user', content: [{ type: 'input_text', text: said }] },
      ],
      tools: [{ type: 'function', name: 'read_file', parameters: schema, strict: false }],
    })
    const they = await stream.finalResponse()
    const [mine, , theirs] = requests
    assert.equal(mine!.path, theirs!.path)
    assert.equal(mine!.headers.authorization, theirs!.headers.authorization)
    assert.containsSubset(mine!.body, theirs!.body)
    assert.equal(we.text, they.output_text)
    assert.deepEqual(we.counts, [they.usage!.input_tokens, they.usage!.output_tokens])
    assert.containsSubset(we.toolCalls, [readCall])
  })

  test('Anthropic', async ({ assert, ...context }) => {
    const { requests, url } = await emulator(context)
    const we = await ours(testModels({ ANTHROPIC_API_KEY: key, ANTHROPIC_BASE_URL: url }))
    const cached = { cache_control: { type: 'ephemeral' } } as const
    const they = await new Anthropic({ apiKey: key, baseURL: url }).messages
      .stream({
        model: 'claude-haiku-5-5',
        max_tokens: 24_000,
        system: [{ type: 'text', text: instructions, ...cached }],
        messages: [{ role: 'user', content: [{ type: 'text', text: said, ...cached }] }],
        tools: [{ name: 'read_file', input_schema: { ...schema, type: 'object' } }],
      })
      .finalMessage()
    const [mine, , theirs] = requests
    assert.equal(mine!.path, theirs!.path)
    assert.equal(mine!.headers['x-api-key'], key)
    assert.containsSubset(mine!.body, theirs!.body)
    assert.deepEqual(
      they.content.map((part) => part.type === 'text' && part.text),
      [we.text]
    )
    assert.deepEqual(we.counts, [they.usage.input_tokens, they.usage.output_tokens])
    assert.containsSubset(we.toolCalls, [readCall])
  })

  test('Mistral', async ({ assert, ...context }) => {
    const script = { [said]: { content: 'Hello there' }, 'Read it': call }
    const { requests, url } = await recorder(context, await mistralServer(context, script, counts))
    const we = await ours(testModels({ MISTRAL_API_KEY: key, MISTRAL_BASE_URL: url }))
    const stream = await new Mistral({ apiKey: key, serverURL: url }).chat.stream({
      model: 'mistral-small-2603',
      maxTokens: 24_000,
      messages: [
        { role: 'system', content: instructions },
        { role: 'user', content: [{ type: 'text', text: said }] },
      ],
      tools: [{ type: 'function', function: { name: 'read_file', parameters: schema } }],
    })
    let text = ''
    let counted: number[] = []
    for await (const { data } of stream) {
      text += data.choices[0]?.delta.content ?? ''
      if (data.usage) counted = [data.usage.promptTokens ?? 0, data.usage.completionTokens ?? 0]
    }
    const [mine, , theirs] = requests
    assert.equal(mine!.path, theirs!.path)
    assert.equal(mine!.headers.authorization, theirs!.headers.authorization)
    // The SDK fills in defaults of its own inside of a tool.
    const { tools: _, ...rest } = theirs!.body
    assert.containsSubset(mine!.body, rest)
    assert.containsSubset(mine!.body, {
      tools: [{ type: 'function', function: { name: 'read_file', parameters: schema } }],
    })
    assert.equal(we.text, text)
    assert.deepEqual(we.counts, counted)
    assert.containsSubset(we.toolCalls, [readCall])
  })

  test('Ollama', async ({ assert, ...context }) => {
    const { requests, url } = await emulator(context)
    const we = await ours(testModels({ OLLAMA_BASE_URL: url, AGENTOPS_MODELS: 'ollama:qwen3:8b' }))
    const stream = await new Ollama({ host: url }).chat({
      model: 'qwen3:8b',
      stream: true,
      messages: [
        { role: 'system', content: instructions },
        { role: 'user', content: said },
      ],
    })
    let text = ''
    for await (const part of stream) text += part.message.content
    const [mine, , theirs] = requests
    // Two endpoints of one server: what is asked and answered is the same.
    assert.deepEqual(mine!.body.messages, theirs!.body.messages)
    assert.equal(mine!.body.model, theirs!.body.model)
    assert.isUndefined(mine!.headers.authorization)
    assert.equal(we.text, text)
    // The emulator counts nothing at Ollama's own endpoint.
    assert.deepEqual(we.counts, [120, 30])
    assert.containsSubset(we.toolCalls, [readCall])
  })

  test('any compatible server', async ({ assert, ...context }) => {
    const { requests, url } = await emulator(context)
    const we = await ours(
      testModels({ OPENAI_API_KEY: key, OPENAI_BASE_URL: `${url}/v1`, AGENTOPS_MODELS: 'some/model' })
    )
    const stream = await new OpenAI({ apiKey: key, baseURL: `${url}/v1` }).chat.completions.create({
      model: 'some/model',
      stream: true,
      stream_options: { include_usage: true },
      messages: [
        { role: 'system', content: instructions },
        { role: 'user', content: said },
      ],
      tools: [{ type: 'function', function: { name: 'read_file', parameters: schema } }],
    })
    let text = ''
    let counted: number[] = []
    for await (const part of stream) {
      text += part.choices[0]?.delta.content ?? ''
      if (part.usage) counted = [part.usage.prompt_tokens, part.usage.completion_tokens]
    }
    const [mine, , theirs] = requests
    assert.containsSubset(mine!.body, theirs!.body)
    assert.equal(we.text, text)
    assert.deepEqual(we.counts, counted)
    assert.containsSubset(we.toolCalls, [readCall])
  })
})
