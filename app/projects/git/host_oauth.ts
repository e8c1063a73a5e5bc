import { hostError, unreachable } from '#projects/git/host_failures'
import { hostFetch } from '#projects/git/host_fetch'

/** What an operator registered at a host, and where the host is. */
export interface OauthAccess {
  webUrl: string
  apiUrl: string
  reach: 'public_addresses' | 'any_address'
  clientId: string
  clientSecret: string
}

export interface OauthTokens {
  token: string
  refreshToken: string | null
  expiresAt: Date | null
  /** Null where the answer does not say, as for GitHub Apps. */
  scopes: string[] | null
}

/** The way to a token over a person's consent, with PKCE. All but `authorizeUrl` throw `HostError`. */
export interface HostOauth {
  authorizeUrl(access: OauthAccess, way: { redirectUri: string; state: string; challenge: string }): string
  exchange(
    access: OauthAccess,
    way: { redirectUri: string; code: string; verifier: string }
  ): Promise<OauthTokens>
  /** `unauthorized` when the host no longer takes the refresh token. */
  refresh(access: OauthAccess, way: { redirectUri: string; refreshToken: string }): Promise<OauthTokens>
  /** Revokes this one token: another team may hold one of the same account. One that is gone already is no error. */
  revoke(access: OauthAccess, token: string): Promise<void>
}

/** Posts a form and returns the JSON of the answer, whatever its status says. */
export async function postForm(
  host: string,
  access: OauthAccess,
  url: string,
  form: Record<string, string>
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await hostFetch(access)(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  }).catch(() => {
    throw unreachable(host)
  })
  if (answer.status >= 500) throw unreachable(host)
  try {
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  } catch {
    throw hostError('malformed_answer', host)
  }
}

/** @throws HostError when the answer is not one of tokens */
export function tokensFrom(host: string, body: Record<string, unknown>, separator: RegExp): OauthTokens {
  const { access_token: token, refresh_token: refresh, expires_in: seconds, scope } = body
  if (typeof token !== 'string' || token === '') throw hostError('malformed_answer', host)
  const scopes = typeof scope === 'string' ? scope.split(separator).filter(Boolean) : []
  return {
    token,
    refreshToken: typeof refresh === 'string' ? refresh : null,
    expiresAt: typeof seconds === 'number' ? new Date(Date.now() + seconds * 1000) : null,
    scopes: scopes.length > 0 ? scopes : null,
  }
}
