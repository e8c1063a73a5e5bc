import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { Command } from 'commander'
import { clientId, keepTokens, saveCredentials, storedCredentials, type TokenAnswer } from '../credentials.ts'
import { CliError } from '../error.ts'

const PATIENCE_MS = 5 * 60_000

/** A person may be on another machine than their browser, so the address is always printed, too. */
function openBrowser(url: string) {
  const program = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open'
  spawn(program, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

/** Waits for the one answer of the server, on loopback (RFC 8252 §7.3). */
async function receive(state: string) {
  const pasted = createInterface({ input: process.stdin })
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const redirectUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`
  const answer = new Promise<string>((resolve, reject) => {
    setTimeout(
      () => reject(new CliError('Nobody answered in the browser within five minutes.')),
      PATIENCE_MS
    ).unref()
    server.on('request', (request, response) => {
      const url = new URL(request.url ?? '/', redirectUri)
      if (url.pathname !== '/callback' || url.searchParams.get('state') !== state) {
        response.writeHead(404).end()
        return
      }
      response.setHeader('content-type', 'text/plain; charset=utf-8')
      response.end('You can close this page and go back to the terminal.\n')
      settle(url)
    })
    // The browser may be on another machine, where nobody listens: the address it ends on says the same.
    pasted.on('line', (line) => {
      const given = line.trim()
      if (given === '') return
      const url = URL.canParse(given) ? new URL(given) : null
      if (url?.searchParams.get('state') === state) settle(url)
      else console.error('This is not the address that the browser ended on; paste all of it.')
    })
    function settle({ searchParams }: URL) {
      const code = searchParams.get('code')
      if (code) resolve(code)
      else reject(new CliError(`The access was refused (${searchParams.get('error') ?? 'no reason given'}).`))
    }
  })
  const close = () => {
    pasted.close()
    process.stdin.unref?.()
    server.close()
    server.closeAllConnections()
  }
  return { redirectUri, answer, close }
}

interface Options {
  url?: string
  browser: boolean
  withToken?: boolean
}

/** An API token lives until it is revoked, so there is nothing to renew. */
async function keepToken(url: string, accessToken: string) {
  const response = await fetch(new URL('/api/me', url), {
    headers: { authorization: `Bearer ${accessToken}` },
  })
  if (!response.ok)
    throw new CliError('The server does not know this token. Make one under Settings, API tokens.')
  saveCredentials({ url, accessToken, refreshToken: '', expiresAt: Number.MAX_SAFE_INTEGER })
  console.log(`Signed in to ${url}.`)
}

export const loginCommand = new Command('login')
  .description('sign in by way of the browser')
  .option('--url <address>', 'of the AgentOps server', process.env.AGENTOPS_URL)
  .option('--no-browser', 'only print the address')
  .option('--with-token', 'read an API token from stdin instead')
  .action(async ({ url: named, browser, withToken }: Options) => {
    const url = named ?? storedCredentials()?.url
    if (!url) throw new CliError('Which server? agentops login --url https://your-agentops')
    if (withToken) return keepToken(url, (await text(process.stdin)).trim())
    const [verifier, state] = [randomBytes(32).toString('base64url'), randomBytes(16).toString('base64url')]
    const { redirectUri, answer, close } = await receive(state)
    const question = new URL('/oauth/authorize', url)
    question.search = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      state,
      scope: 'write',
    }).toString()
    console.log(`Open this address and allow the access:\n${question.href}`)
    console.log('If the browser is on another machine, paste here the address that it ends on.')
    if (browser) openBrowser(question.href)
    try {
      const code = await answer
      const response = await fetch(new URL('/api/auth/token', url), {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code,
          redirect_uri: redirectUri,
          code_verifier: verifier,
          client_id: clientId,
        }),
      })
      if (!response.ok) throw new CliError(`The server refused the code (${response.status}).`)
      keepTokens(url, (await response.json()) as TokenAnswer)
    } finally {
      close()
    }
    console.log(`Signed in to ${url}.`)
  })
