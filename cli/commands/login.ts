import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Command } from 'commander'
import { clientId, keepTokens, storedCredentials, type TokenAnswer } from '../credentials.ts'
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
      const code = url.searchParams.get('code')
      if (code) resolve(code)
      else
        reject(
          new CliError(`The access was refused (${url.searchParams.get('error') ?? 'no reason given'}).`)
        )
    })
  })
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { redirectUri, answer, close }
}

export const loginCommand = new Command('login')
  .description('sign in by way of the browser')
  .option('--url <address>', 'of the AgentOps server', process.env.AGENTOPS_URL)
  .option('--no-browser', 'only print the address')
  .action(async ({ url: named, browser }: { url?: string; browser: boolean }) => {
    const url = named ?? storedCredentials()?.url
    if (!url) throw new CliError('Which server? agentops login --url https://your-agentops')
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
