import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { Command } from 'commander'
import { access } from '../credentials.ts'

/** Tokens end after an hour and are renewed, so each request asks for the one of now. */
const withToken: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers)
  headers.set('authorization', `Bearer ${(await access()).token}`)
  return fetch(input, { ...init, headers })
}

export const mcpCommand = new Command('mcp')
  .description('speak the Model Context Protocol on stdin and stdout, for editors and agents')
  .action(async () => {
    const { url } = await access()
    const here = new StdioServerTransport()
    const there = new StreamableHTTPClientTransport(new URL('/mcp', url), { fetch: withToken })
    here.onmessage = (message) => {
      there.send(message).catch((error: Error) => {
        console.error(error.message)
        const id = 'id' in message ? message.id : undefined
        if (id === undefined) return
        void here.send({ jsonrpc: '2.0', id, error: { code: -32000, message: error.message } })
      })
    }
    there.onmessage = (message) => void here.send(message)
    here.onclose = () => void there.close()
    await there.start()
    await here.start()
  })
