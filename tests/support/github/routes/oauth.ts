import type { GithubStandIn } from '#tests/support/github/stand_in'
import { consentPage, returnTo } from '#tests/support/hosts/oauth_server'

const scopesOf = (query: URLSearchParams) => (query.get('scope') ?? '').split(/[\s,]+/).filter(Boolean)

/** https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps */
export function oauthRoutes(github: GithubStandIn) {
  const { server, oauth } = github
  server.on('GET', '/login/oauth/authorize', (call) => {
    const app = oauth.apps.get(call.query.get('client_id') ?? '')
    if (!app) return { status: 404, body: 'Not Found' }
    const page = consentPage(
      'GitHub',
      `/login/oauth/authorize?${call.query}`,
      app.clientId,
      scopesOf(call.query)
    )
    return { status: 200, body: page, headers: { 'content-type': 'text/html; charset=utf-8' } }
  })
  server.on('POST', '/login/oauth/authorize', (call) => {
    const redirect = call.query.get('redirect_uri') ?? ''
    if (call.data.consent !== 'grant') {
      const description = 'The user has denied your application access.'
      const values = {
        error: 'access_denied',
        error_description: description,
        state: call.query.get('state') ?? '',
      }
      return { status: 302, headers: { location: returnTo(redirect, values).href } }
    }
    const answer = oauth.authorize(github.user(github.signedIn).login, call.query, scopesOf(call.query))
    if (answer instanceof URL) return { status: 302, headers: { location: answer.href } }
    return { status: 400, body: answer.description }
  })
  // GitHub answers what went wrong with 200 too
  server.on('POST', '/login/oauth/access_token', (call) => {
    const answer = oauth.exchange(call.data)
    const body =
      'error' in answer
        ? { error: answer.error, error_description: answer.description }
        : {
            access_token: answer.token,
            token_type: 'bearer',
            scope: answer.scopes.join(','),
            ...(answer.refreshToken
              ? {
                  refresh_token: answer.refreshToken,
                  expires_in: 28_800,
                  refresh_token_expires_in: 15_897_600,
                }
              : {}),
          }
    const wantsJson = call.headers.accept?.includes('json')
    if (wantsJson) return { status: 200, body }
    const form = new URLSearchParams(
      Object.entries(body).map(([name, value]): [string, string] => [name, String(value)])
    )
    return {
      status: 200,
      body: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }
  })
  // revoking takes the app's own name and secret
  server.on('DELETE', '/api/v3/applications/:client/token', (call) => {
    const basic = Buffer.from(call.headers.authorization?.replace(/^basic /i, '') ?? '', 'base64').toString()
    const app = oauth.apps.get(call.params.client!)
    if (!app || basic !== `${app.clientId}:${app.clientSecret}`)
      return { status: 404, body: { message: 'Not Found' } }
    const token = String(call.data.access_token)
    if (!oauth.grants.has(token)) return { status: 404, body: { message: 'Not Found' } }
    oauth.revoke(token)
    return { status: 204 }
  })
}
