import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { TestContext } from '@japa/runner/core'

export interface Recorded {
  method: string
  path: string
  headers: Record<string, string | string[] | undefined>
  body: Record<string, unknown>
}

/** Passes requests on to a provider's stand-in and keeps what was sent. */
export async function recorder(context: Pick<TestContext, 'test'>, target: string) {
  const requests: Recorded[] = []
  const server = createServer(async (request, response) => {
    const sent = await buffer(request)
    requests.push({
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: sent.length > 0 ? JSON.parse(sent.toString()) : {},
    })
    const headers = new Headers()
    for (const name of ['content-type', 'accept', 'authorization', 'x-api-key', 'anthropic-version']) {
      const value = request.headers[name]
      if (typeof value === 'string') headers.set(name, value)
    }
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'POST',
      headers,
      ...(sent.length > 0 ? { body: new Uint8Array(sent) } : {}),
    })
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  context.test.cleanup(() => {
    server.close()
    server.closeAllConnections()
  })
  return { requests, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
