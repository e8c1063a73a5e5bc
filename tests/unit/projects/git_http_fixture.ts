import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { TestContext } from '@japa/runner/core'
import type { GitRemote } from '#projects/git/contract'
import { anyHost } from '#projects/git/host_rule'
import { parseRemoteUrl } from '#projects/git/remote_url'

export interface GitHttpServer {
  /** Folder whose bare repositories are served. */
  root: string
  /** Without it, everybody may read and write. */
  token?: string
  /** Answers pushes with 403, as a host does for a token that may only read. */
  readOnly?: boolean
  /** Waits before each answer. */
  delayMs?: number
  /** Sends every request elsewhere. */
  redirectTo?: (url: string) => string | null
  requests: { url: string; authorization: string | undefined }[]
  remote(name: string): GitRemote
}

/** Git's own smart HTTP server behind basic authentication, on loopback. */
export async function serveGit(
  cleanup: TestContext['cleanup'],
  options: Omit<GitHttpServer, 'requests' | 'remote'>
): Promise<GitHttpServer> {
  const requests: GitHttpServer['requests'] = []
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanup(() => {
    server.closeAllConnections()
    server.close()
  })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const served: GitHttpServer = {
    ...options,
    requests,
    remote(name) {
      const parsed = parseRemoteUrl(`${base}/${name}`, {
        allowLocal: false,
        allowHttpLoopback: true,
        allowHost: anyHost,
      })
      if (!parsed.ok) throw new Error(parsed.error.message)
      return parsed.value
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = request.url ?? '/'
    const { authorization } = request.headers
    requests.push({ url, authorization })
    if (served.delayMs) await pause(served.delayMs)
    const elsewhere = served.redirectTo?.(url)
    if (elsewhere) return void response.writeHead(301, { location: elsewhere }).end()
    if (served.token && password(authorization) !== served.token) {
      return void response
        .writeHead(401, { 'www-authenticate': 'Basic realm="git"' })
        .end('HTTP Basic: Access denied')
    }
    if (served.readOnly && url.includes('git-receive-pack')) return void response.writeHead(403).end('no')
    backend(request, response, served.root)
  }
  return served
}

function password(authorization = ''): string {
  const [, encoded = ''] = authorization.split(' ')
  return Buffer.from(encoded, 'base64').toString().split(':').slice(1).join(':')
}

function backend(request: IncomingMessage, response: ServerResponse, root: string) {
  const { pathname, search } = new URL(request.url ?? '/', 'http://git')
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: 'somebody',
      REMOTE_ADDR: '127.0.0.1',
      REQUEST_METHOD: request.method,
      PATH_INFO: decodeURIComponent(pathname),
      QUERY_STRING: search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: request.headers['content-length'] ?? '',
      HTTP_CONTENT_ENCODING: String(request.headers['content-encoding'] ?? ''),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  request.pipe(child.stdin)
  child.stdin.on('error', () => {})
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.once('close', () => {
    const output = Buffer.concat(chunks)
    const end = output.indexOf('\r\n\r\n')
    const headers = output
      .toString('latin1', 0, end)
      .split('\r\n')
      .map((line) => line.split(/: (.*)/s).slice(0, 2))
    const status = headers.find(([name]) => name === 'Status')?.[1]
    for (const [name = '', value = ''] of headers)
      if (name !== 'Status' && name) response.setHeader(name, value)
    response.writeHead(status ? Number.parseInt(status, 10) : 200).end(output.subarray(end + 4))
  })
}
