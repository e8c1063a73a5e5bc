import { createHash, randomBytes } from 'node:crypto'

export interface OauthApp {
  clientId: string
  clientSecret: string
  /** Addresses that may be returned to; GitHub takes any path below, GitLab only these very ones. */
  redirectUris: string[]
}

export interface Grant {
  token: string
  user: string
  scopes: string[]
  refreshToken: string | null
  expiresAt: number | null
}

interface Code {
  clientId: string
  redirectUri: string
  challenge: string | null
  user: string
  scopes: string[]
}

export type Refusal = { error: string; description: string }

const secret = (prefix: string) => `${prefix}${randomBytes(18).toString('hex')}`

/** Authorisation codes with PKCE, and tokens that may expire and rotate. */
export class OauthServer {
  readonly apps = new Map<string, OauthApp>()
  readonly grants = new Map<string, Grant>()
  readonly #codes = new Map<string, Code>()
  /** Refresh tokens that were used once, with what they were exchanged for. */
  readonly used = new Set<string>()

  constructor(
    private readonly prefix: { token: string; refresh: string },
    private readonly lifetimeSeconds: () => number | null
  ) {}

  authorize(user: string, query: URLSearchParams, scopes: string[]): URL | Refusal {
    const app = this.apps.get(query.get('client_id') ?? '')
    const redirect = query.get('redirect_uri') ?? app?.redirectUris[0] ?? ''
    if (!app) return { error: 'invalid_client', description: 'The client is not known.' }
    if (!app.redirectUris.some((uri) => redirect.startsWith(uri))) {
      return { error: 'invalid_redirect_uri', description: 'The redirect address is not registered.' }
    }
    const method = query.get('code_challenge_method')
    if (query.get('code_challenge') && method !== 'S256') {
      return { error: 'invalid_request', description: 'Only S256 challenges are taken.' }
    }
    const code = secret('')
    this.#codes.set(code, {
      clientId: app.clientId,
      redirectUri: redirect,
      challenge: query.get('code_challenge'),
      user,
      scopes,
    })
    return returnTo(redirect, { code, state: query.get('state') ?? '' })
  }

  exchange(data: Record<string, unknown>): Grant | Refusal {
    const app = this.apps.get(String(data.client_id ?? ''))
    if (!app || data.client_secret !== app.clientSecret) {
      return { error: 'incorrect_client_credentials', description: 'The client secret is not right.' }
    }
    if (data.grant_type === 'refresh_token') return this.#refresh(String(data.refresh_token))
    const code = this.#codes.get(String(data.code))
    this.#codes.delete(String(data.code))
    if (!code || code.clientId !== app.clientId) {
      return { error: 'bad_verification_code', description: 'The code is wrong or has been used.' }
    }
    if (data.redirect_uri !== undefined && data.redirect_uri !== code.redirectUri) {
      return { error: 'redirect_uri_mismatch', description: 'The redirect address is another.' }
    }
    const verifier = createHash('sha256')
      .update(String(data.code_verifier ?? ''))
      .digest('base64url')
    if (code.challenge && verifier !== code.challenge) {
      return { error: 'bad_verification_code', description: 'The code verifier does not fit.' }
    }
    return this.grant(code.user, code.scopes)
  }

  grant(user: string, scopes: string[]): Grant {
    const seconds = this.lifetimeSeconds()
    const grant: Grant = {
      token: secret(this.prefix.token),
      user,
      scopes,
      refreshToken: seconds === null ? null : secret(this.prefix.refresh),
      expiresAt: seconds === null ? null : Date.now() + seconds * 1000,
    }
    this.grants.set(grant.token, grant)
    return grant
  }

  /** The grant of a token that is good now. */
  find(token: string): Grant | null {
    const grant = this.grants.get(token)
    return grant && (grant.expiresAt === null || grant.expiresAt > Date.now()) ? grant : null
  }

  revoke(token: string) {
    for (const [key, grant] of this.grants) {
      if (key === token || grant.refreshToken === token) this.grants.delete(key)
    }
  }

  revokeAll() {
    this.grants.clear()
  }

  expireAll() {
    for (const grant of this.grants.values()) grant.expiresAt = Date.now() - 1000
  }

  /** A refresh token is good once; the pair before goes with it. */
  #refresh(refreshToken: string): Grant | Refusal {
    const before = [...this.grants.values()].find((grant) => grant.refreshToken === refreshToken)
    if (!before)
      return { error: 'invalid_grant', description: 'The refresh token is invalid, expired or revoked.' }
    this.used.add(refreshToken)
    this.grants.delete(before.token)
    return this.grant(before.user, before.scopes)
  }
}

export function returnTo(redirect: string, values: Record<string, string>) {
  const url = new URL(redirect)
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value)
  return url
}

/** The page on which a person says yes or no; real enough for a browser and for a test. */
export function consentPage(host: string, action: string, app: string, scopes: string[]) {
  return `<!doctype html><html lang="en"><title>Authorize ${app}</title><h1>${host}: authorize ${app}</h1>
<p>Scopes: ${scopes.join(', ') || 'none'}</p>
<form method="post" action="${action}"><button name="consent" value="grant">Authorize</button>
<button name="consent" value="deny">Cancel</button></form></html>`
}
