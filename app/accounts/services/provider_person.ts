import type { ProviderClient } from '#accounts/services/sign_in_providers'

const TIMEOUT_MS = 10_000

/** Somebody as another service knows them. */
export interface ProviderPerson {
  /** Stays the same when the login changes. */
  id: string
  login: string
  name: string
  /** Their address, only where the service has verified it. */
  verifiedEmail: string | null
}

interface GithubUser {
  id: number
  login: string
  name: string | null
}

interface GithubEmail {
  email: string
  primary: boolean
  verified: boolean
}

interface GitlabUser {
  id: number
  username: string
  name: string
  email: string | null
  confirmed_at: string | null
}

async function ask<T>(url: string, token: string): Promise<T> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'user-agent': 'AgentOps' }
  const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!response.ok)
    throw new Error(`${new URL(url).host} answered ${response.status} when asked who signs in`)
  return (await response.json()) as T
}

async function githubPerson(apiUrl: string, token: string): Promise<ProviderPerson> {
  const user = await ask<GithubUser>(`${apiUrl}/user`, token)
  const emails = await ask<GithubEmail[]>(`${apiUrl}/user/emails`, token)
  const email = emails.find(({ primary, verified }) => primary && verified)
  return {
    id: String(user.id),
    login: user.login,
    name: user.name ?? user.login,
    verifiedEmail: email?.email ?? null,
  }
}

async function gitlabPerson(apiUrl: string, token: string): Promise<ProviderPerson> {
  const user = await ask<GitlabUser>(`${apiUrl}/user`, token)
  const verified = user.confirmed_at !== null
  return {
    id: String(user.id),
    login: user.username,
    name: user.name || user.username,
    verifiedEmail: verified ? user.email : null,
  }
}

/** Who a token belongs to. @throws when the service does not answer as it should */
export const personAt = ({ provider, apiUrl }: ProviderClient, token: string) =>
  provider === 'github' ? githubPerson(apiUrl, token) : gitlabPerson(apiUrl, token)
