import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { CliError } from './error.ts'

/** What `agentops login` keeps, readable by its owner alone. */
export interface Credentials {
  url: string
  accessToken: string
  refreshToken: string
  /** Milliseconds since 1970. */
  expiresAt: number
}

const path = join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'agentops', 'credentials.json')

export const clientId = 'agentops-cli'

export function saveCredentials(credentials: Credentials) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(path, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 })
  chmodSync(path, 0o600)
}

export const forgetCredentials = () => rmSync(path, { force: true })

export function storedCredentials(): Credentials | null {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

async function renewed(credentials: Credentials): Promise<Credentials> {
  const response = await fetch(new URL('/api/auth/token', credentials.url), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: credentials.refreshToken,
      client_id: clientId,
    }),
  })
  if (!response.ok) throw new CliError('You are signed out. Sign in again: agentops login')
  return keepTokens(credentials.url, (await response.json()) as TokenAnswer)
}

export interface TokenAnswer {
  access_token: string
  refresh_token: string
  expires_in: number
}

export function keepTokens(url: string, answer: TokenAnswer): Credentials {
  const credentials = {
    url,
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAt: Date.now() + answer.expires_in * 1000,
  }
  saveCredentials(credentials)
  return credentials
}

/** Server and token to use: from AGENTOPS_URL and AGENTOPS_TOKEN, as in a pipeline, else from `agentops login`. */
export async function access(): Promise<{ url: string; token: string }> {
  const { AGENTOPS_URL, AGENTOPS_TOKEN } = process.env
  if (AGENTOPS_TOKEN) {
    if (!AGENTOPS_URL)
      throw new CliError(
        'AGENTOPS_TOKEN is set but AGENTOPS_URL is not: set it to the address of the server.'
      )
    return { url: AGENTOPS_URL, token: AGENTOPS_TOKEN }
  }
  const stored = storedCredentials()
  if (!stored)
    throw new CliError('You are not signed in. Sign in: agentops login --url https://your-agentops')
  const fresh = stored.expiresAt - Date.now() > 60_000 ? stored : await renewed(stored)
  return { url: fresh.url, token: fresh.accessToken }
}
