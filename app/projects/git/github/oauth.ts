import { failureOf, hostError, unreachable } from '#projects/git/host_failures'
import { hostFetch } from '#projects/git/host_fetch'
import { type HostOauth, type OauthAccess, postForm, tokensFrom } from '#projects/git/host_oauth'

const host = 'GitHub'

/** One scope holds all: it also covers statuses, pull requests and webhooks of the repositories a person has. */
export const githubScopes = ['repo']

/** https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps */
export const githubOauth: HostOauth = {
  authorizeUrl({ webUrl, clientId }, { redirectUri, state, challenge }) {
    const url = new URL(`${webUrl}/login/oauth/authorize`)
    url.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: githubScopes.join(' '),
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    }).toString()
    return url.href
  },
  exchange: (access, { redirectUri, code, verifier }) =>
    tokens(access, { redirect_uri: redirectUri, code, code_verifier: verifier }),
  refresh: (access, { refreshToken }) =>
    tokens(access, { grant_type: 'refresh_token', refresh_token: refreshToken }),
  async revoke(access, token) {
    const { apiUrl, clientId, clientSecret } = access
    const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
    const answer = await hostFetch(access)(`${apiUrl}/applications/${encodeURIComponent(clientId)}/token`, {
      method: 'DELETE',
      headers: {
        authorization,
        accept: 'application/vnd.github+json',
        'content-type': 'application/json',
        'user-agent': 'AgentOps',
      },
      body: JSON.stringify({ access_token: token }),
    }).catch(() => {
      throw unreachable(host)
    })
    if (answer.ok || answer.status === 404 || answer.status === 422) return
    throw failureOf(host, { status: answer.status, headers: Object.fromEntries(answer.headers), said: '' })
  },
}

const spent = [
  'bad_verification_code',
  'bad_refresh_token',
  'incorrect_client_credentials',
  'unverified_user_email',
]

/** GitHub answers failures with 200 and the word for it. */
async function tokens(access: OauthAccess, way: Record<string, string>) {
  const { body } = await postForm(host, access, `${access.webUrl}/login/oauth/access_token`, {
    client_id: access.clientId,
    client_secret: access.clientSecret,
    ...way,
  })
  if (typeof body.error !== 'string') return tokensFrom(host, body, /[,\s]+/)
  const code = spent.includes(body.error) || body.error === 'invalid_grant' ? 'unauthorized' : 'invalid'
  throw hostError(code, host, String(body.error_description ?? body.error))
}
