import type { GitlabStandIn } from '#tests/support/gitlab/stand_in'
import { consentPage, returnTo } from '#tests/support/hosts/oauth_server'

const scopesOf = (query: URLSearchParams) => (query.get('scope') ?? '').split(/[\s+]+/).filter(Boolean)

/** https://docs.gitlab.com/api/oauth2 */
export function oauthRoutes(gitlab: GitlabStandIn) {
  const { server, oauth } = gitlab
  server.on('GET', '/oauth/authorize', (call) => {
    const app = oauth.apps.get(call.query.get('client_id') ?? '')
    if (!app) return { status: 401, body: 'Client authentication failed due to unknown client.' }
    const page = consentPage('GitLab', `/oauth/authorize?${call.query}`, app.clientId, scopesOf(call.query))
    return { status: 200, body: page, headers: { 'content-type': 'text/html; charset=utf-8' } }
  })
  server.on('POST', '/oauth/authorize', (call) => {
    if (call.data.consent !== 'grant') {
      const values = {
        error: 'access_denied',
        error_description: 'The resource owner or authorization server denied the request.',
        state: call.query.get('state') ?? '',
      }
      return {
        status: 302,
        headers: { location: returnTo(call.query.get('redirect_uri') ?? '', values).href },
      }
    }
    const answer = oauth.authorize(gitlab.user(gitlab.signedIn).username, call.query, scopesOf(call.query))
    if (answer instanceof URL) return { status: 302, headers: { location: answer.href } }
    return { status: 400, body: answer.description }
  })
  server.on('POST', '/oauth/token', (call) => {
    const answer = oauth.exchange(call.data)
    if ('error' in answer) {
      const invalid = answer.error === 'bad_verification_code' || answer.error === 'invalid_grant'
      return {
        status: 400,
        body: { error: invalid ? 'invalid_grant' : answer.error, error_description: answer.description },
      }
    }
    const { token, refreshToken, scopes, expiresAt } = answer
    return {
      status: 200,
      body: {
        access_token: token,
        token_type: 'Bearer',
        expires_in: expiresAt ? Math.round((expiresAt - Date.now()) / 1000) : 7200,
        refresh_token: refreshToken,
        scope: scopes.join(' '),
        created_at: Math.floor(Date.now() / 1000),
      },
    }
  })
  server.on('POST', '/oauth/revoke', (call) => {
    const app = oauth.apps.get(String(call.data.client_id))
    if (!app || call.data.client_secret !== app.clientSecret)
      return { status: 403, body: { error: 'unauthorized_client' } }
    oauth.revoke(String(call.data.token))
    return { status: 200, body: {} }
  })
}
