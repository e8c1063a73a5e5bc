import { hostError } from '#projects/git/host_failures'
import { type HostOauth, type OauthAccess, postForm, tokensFrom } from '#projects/git/host_oauth'

const host = 'GitLab'

/** Merge requests, pipelines and webhooks are in no smaller scope; it covers git itself too. */
export const gitlabScopes = ['api']

/** https://docs.gitlab.com/api/oauth2 */
export const gitlabOauth: HostOauth = {
  authorizeUrl({ webUrl, clientId }, { redirectUri, state, challenge }) {
    const url = new URL(`${webUrl}/oauth/authorize`)
    url.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: gitlabScopes.join(' '),
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    }).toString()
    return url.href
  },
  exchange: (access, { redirectUri, code, verifier }) =>
    tokens(access, {
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
    }),
  refresh: (access, { redirectUri, refreshToken }) =>
    tokens(access, { grant_type: 'refresh_token', redirect_uri: redirectUri, refresh_token: refreshToken }),
  async revoke(access, token) {
    await postForm(host, access, `${access.webUrl}/oauth/revoke`, { ...client(access), token })
  },
}

const client = ({ clientId, clientSecret }: OauthAccess) => ({
  client_id: clientId,
  client_secret: clientSecret,
})

async function tokens(access: OauthAccess, way: Record<string, string>) {
  const { body } = await postForm(host, access, `${access.webUrl}/oauth/token`, { ...client(access), ...way })
  if (typeof body.error !== 'string') return tokensFrom(host, body, /\s+/)
  const code = ['invalid_grant', 'invalid_client', 'unauthorized_client'].includes(body.error)
    ? 'unauthorized'
    : 'invalid'
  throw hostError(code, host, String(body.error_description ?? body.error))
}
