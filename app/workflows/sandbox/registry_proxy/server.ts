import { once } from 'node:events'
import { chmod } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream'
import { RegistryAllowList } from './allow_list.js'
import { findDestination } from './destination.js'

const idleTimeoutMs = 60_000

/**
 * A forward proxy on a unix socket that reaches the listed registries and nothing else. It runs outside
 * the sandbox; the sandbox has the socket and no other way out. `close()` cuts every connection.
 */
export async function openRegistryProxy(hosts: string[], socketPath: string) {
  const allowed = new RegistryAllowList(hosts)
  const tunnels = new Set<Duplex>()
  const server = createServer((incoming, answer) => void forward(allowed, incoming, answer))
  server.on('connect', (incoming, client: Duplex, head: Buffer) => {
    tunnels.add(client)
    client.on('close', () => tunnels.delete(client)).on('error', () => client.destroy())
    void tunnel(allowed, incoming, client, head)
  })
  server.listen(socketPath)
  await once(server, 'listening')
  await chmod(socketPath, 0o666)
  return {
    async close() {
      for (const client of tunnels) client.destroy()
      server.closeAllConnections()
      server.close()
    },
  }
}

async function tunnel(allowed: RegistryAllowList, incoming: IncomingMessage, client: Duplex, head: Buffer) {
  const target = parse(`http://${incoming.url}`, 443)
  const found = await findDestination(allowed, target.host, target.port)
  if (!found.ok) {
    const length = Buffer.byteLength(found.sentence)
    const headers = `Content-Type: text/plain\r\nContent-Length: ${length}\r\nConnection: close\r\n`
    return client.end(`HTTP/1.1 403 Forbidden\r\n${headers}\r\n${found.sentence}`)
  }
  const upstream = connect({ host: found.address, port: found.port })
  upstream.setTimeout(idleTimeoutMs, () => upstream.destroy())
  upstream.once('connect', () => {
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    upstream.write(head)
    pipeline(client, upstream, client, () => {})
  })
  upstream.once('error', () => client.destroy())
  client.once('close', () => upstream.destroy())
}

async function forward(allowed: RegistryAllowList, incoming: IncomingMessage, answer: ServerResponse) {
  const target = parse(incoming.url ?? '', 80)
  const found = await findDestination(allowed, target.host, target.port)
  if (!found.ok) return void answer.writeHead(403, { 'content-type': 'text/plain' }).end(found.sentence)
  const { 'proxy-connection': _, 'proxy-authorization': __, ...headers } = incoming.headers
  const upstream = request(
    {
      host: found.address,
      port: found.port,
      method: incoming.method,
      path: target.path,
      headers: { ...headers, host: target.authority },
      timeout: idleTimeoutMs,
    },
    (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      pipeline(response, answer, () => {})
    }
  )
  upstream.on('timeout', () => upstream.destroy())
  upstream.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()))
  pipeline(incoming, upstream, () => {})
}

/** A request line that is no address leads to a host that is on no list. */
function parse(text: string, defaultPort: number) {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'http:') return { host: '', port: 0, path: '/', authority: '' }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : explicitPort(text, defaultPort),
    path: `${url.pathname}${url.search}`,
    authority: url.host,
  }
}

/** `URL` drops ":80", which for a tunnel is not the default. */
function explicitPort(text: string, defaultPort: number): number {
  return /^http:\/\/[^/]*:80(\/|$)/.test(text) ? 80 : defaultPort
}
