import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type EngineEvent, emptyDraft, packGraph } from '@agentops/engine/contract'
import env from '#start/env'

export type Answer = (response: ServerResponse, request: IncomingMessage, body: string) => unknown

export const say = (response: ServerResponse, event: EngineEvent) =>
  response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)

const analysis: EngineEvent = {
  type: 'analysis',
  analysis: {
    stack: { languages: [], frameworks: [], packageManager: null, test: null, install: null },
    graph: packGraph(emptyDraft()),
  },
}
const plan: EngineEvent = {
  type: 'plan',
  plan: {
    method: 'model:hostile',
    summary: 'As asked.',
    steps: [],
    files: [],
    risks: [],
    tests: [],
    estimate: { costMicros: 0, seconds: 1, basis: 'none' },
  },
}

/** What takes the engine's place when somebody else has it: polite until it is asked to write the change. */
export async function aHostileEngine(answers: Partial<Record<'generate' | 'plan' | 'capabilities', Answer>>) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const name = request.url!.split('/').at(-1)! as keyof typeof answers
    if (request.url!.includes('/snapshots/')) return response.writeHead(200).end()
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.on('error', () => {})
    const answer = answers[name]
    if (answer) return answer(response, request, Buffer.concat(chunks).toString())
    say(response, request.url!.endsWith('/plan') ? plan : analysis)
    return response.end()
  })
  server.listen(Number(new URL(env.get('ENGINE_URL')).port), '127.0.0.1')
  await once(server, 'listening')
  return async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
}
