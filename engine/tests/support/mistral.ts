import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { TestContext } from '@japa/runner/core'

interface Asked {
  model: string
  stream?: boolean
  messages: { role: string; content: unknown }[]
}

/** What each message of a person is answered with. */
export type Script = Record<
  string,
  { content: string } | { toolCalls: { name: string; arguments: string }[] }
>

/**
 * Mistral's chat completions as its own SDK reads them: unlike OpenAI's, the last piece of each stream
 * carries both the reason for its end and the counts.
 */
export async function mistralServer(context: Pick<TestContext, 'test'>, script: Script, counts: object) {
  const server = createServer(async (request, response) => {
    const asked = (await json(request)) as Asked
    const last = JSON.stringify(asked.messages.at(-1)?.content)
    const answer = Object.entries(script).find(([words]) => last.includes(words))?.[1]
    if (!answer || request.url !== '/v1/chat/completions' || !asked.stream) {
      response.writeHead(422, { 'content-type': 'application/json' })
      return response.end(
        JSON.stringify({ object: 'error', message: 'not in the script', type: 'invalid_request' })
      )
    }
    const common = { id: 'c1', object: 'chat.completion.chunk', created: 1_795_000_000, model: asked.model }
    const send = (delta: object, finish_reason: string | null, rest: object = {}) =>
      response.write(
        `data: ${JSON.stringify({ ...common, choices: [{ index: 0, delta, finish_reason }], ...rest })}\n\n`
      )
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    send({ role: 'assistant', content: '' }, null)
    if ('content' in answer) {
      for (const piece of answer.content.split(/(?<= )/)) send({ content: piece }, null)
      send({ content: '' }, 'stop', { usage: counts })
    } else {
      const tool_calls = answer.toolCalls.map((called, index) => ({
        id: `call${index}abcd`,
        index,
        type: 'function',
        function: called,
      }))
      send({ content: '', tool_calls }, 'tool_calls', { usage: counts })
    }
    response.end('data: [DONE]\n\n')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  context.test.cleanup(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
