import type { HttpContext } from '@adonisjs/core/http'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { mcpServer } from '#mcp/services/server'
import ForbiddenException from '#shared/exceptions/forbidden_exception'
import env from '#start/env'

/**
 * The Model Context Protocol over Streamable HTTP, without sessions: every request carries its token and is
 * answered as JSON, so any process can answer any of them.
 */
export default class McpController {
  async store({ request, response, actor, logger }: HttpContext) {
    this.#refuseForeignPages(request.header('origin'))
    // A request is what is counted and bounded; the protocol has had no batches since 2025-06-18.
    if (Array.isArray(request.body())) {
      const error = { code: -32600, message: 'Send one call in each request; batches are not taken.' }
      return response.badRequest({ jsonrpc: '2.0', error, id: null })
    }
    const abort = new AbortController()
    response.response.once('close', () => abort.abort())
    const server = mcpServer({ actor, signal: abort.signal }, (error) =>
      logger.error({ err: error }, 'a tool failed unexpectedly')
    )
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    await server.connect(transport)
    try {
      const answer = await transport.handleRequest(this.#webRequest(request), { parsedBody: request.body() })
      for (const [name, value] of answer.headers) response.header(name, value)
      response.status(answer.status)
      return response.send(await answer.text())
    } finally {
      await server.close()
    }
  }

  /** There is no stream to open and no session to end. */
  notAllowed({ response }: HttpContext) {
    response.header('allow', 'POST')
    const error = { code: -32000, message: 'Send requests with POST; there are no sessions here.' }
    return response.status(405).send({ jsonrpc: '2.0', error, id: null })
  }

  /** A page of another origin that somebody was lured to must not speak through their browser (DNS rebinding). */
  #refuseForeignPages(origin: string | undefined) {
    if (origin && origin !== new URL(env.get('APP_URL')).origin) throw new ForbiddenException('this origin')
  }

  #webRequest(request: HttpContext['request']) {
    const headers = new Headers()
    for (const name of ['accept', 'content-type', 'mcp-protocol-version', 'mcp-session-id']) {
      const value = request.header(name)
      if (value) headers.set(name, value)
    }
    return new Request(new URL('/mcp', env.get('APP_URL')), { method: 'POST', headers })
  }
}
