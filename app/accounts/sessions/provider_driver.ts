import { Oauth2Driver } from '@adonisjs/ally'
import type { AllyUserContract, Oauth2AccessToken } from '@adonisjs/ally/types'
import type { HttpContext } from '@adonisjs/core/http'
import { type ProviderPerson, personAt } from '#accounts/services/provider_person'
import type { ProviderClient } from '#accounts/services/sign_in_providers'
import { MINUTE, type ProviderRound } from '#accounts/sessions/session_keys'
import env from '#start/env'

const PATIENCE = 10 * MINUTE

const paths = {
  github: { authorize: '/login/oauth/authorize', token: '/login/oauth/access_token' },
  gitlab: { authorize: '/oauth/authorize', token: '/oauth/token' },
}
const scopes = { github: ['read:user', 'user:email'], gitlab: ['read_user'] }

/**
 * OAuth 2 with PKCE at GitHub and GitLab. State and code verifier are kept in the session, not in cookies of
 * their own: what comes back counts for the session that went, once, and within ten minutes.
 */
export class ProviderDriver extends Oauth2Driver<Oauth2AccessToken, string> {
  protected accessTokenUrl: string
  protected authorizeUrl: string
  protected codeParamName = 'code'
  protected errorParamName = 'error'
  protected stateCookieName = 'unused'
  protected stateParamName = 'state'
  protected scopeParamName = 'scope'
  protected scopesSeparator = ' '
  readonly #client: ProviderClient
  #verifier = ''

  constructor(ctx: HttpContext, client: ProviderClient) {
    const callbackUrl = new URL(`/auth/${client.provider}/callback`, env.get('APP_URL')).href
    super(ctx, { clientId: client.clientId, clientSecret: client.clientSecret, callbackUrl })
    this.#client = client
    this.authorizeUrl = client.webUrl + paths[client.provider].authorize
    this.accessTokenUrl = client.webUrl + paths[client.provider].token
  }

  /** Where to send the browser; the session then waits for its return. */
  async begin(purpose: ProviderRound['for']): Promise<string> {
    const { provider } = this.#client
    const state = this.getState()
    const url = await this.getRedirectUrl((request) => {
      request.param(this.stateParamName, state)
      request.param(this.scopeParamName, scopes[provider].join(this.scopesSeparator))
    })
    const round: ProviderRound = { provider, state, verifier: this.#verifier, for: purpose, at: Date.now() }
    this.ctx.session.put('provider_round', round)
    return url
  }

  /** What this session went for; null when it did not go, not lately, or something else comes back. */
  takeRound(): ProviderRound | null {
    const round: ProviderRound | undefined = this.ctx.session.pull('provider_round')
    const mine = round?.provider === this.#client.provider && Date.now() - round.at < PATIENCE
    if (!round || !mine || round.state !== this.ctx.request.input(this.stateParamName)) return null
    this.#verifier = round.verifier
    this.stateCookieValue = round.state
    return round
  }

  /** Who has come back. @throws when the service does not answer as it should */
  async person(): Promise<ProviderPerson> {
    const { token } = await this.accessToken()
    return personAt(this.#client, token)
  }

  override getPkceCodeVerifierForRedirect() {
    this.#verifier = this.makeCodeVerifier()
    return this.#verifier
  }

  override getPkceCodeVerifierForAccessToken() {
    return this.#verifier
  }

  override configureAccessTokenRequest(request: { header(name: string, value: string): unknown }) {
    request.header('Accept', 'application/json')
  }

  accessDenied() {
    return this.getError() === 'access_denied'
  }

  async user(): Promise<AllyUserContract<Oauth2AccessToken>> {
    const token = await this.accessToken()
    return { ...asAlly(await personAt(this.#client, token.token)), token }
  }

  async userFromToken(token: string) {
    const person = asAlly(await personAt(this.#client, token))
    return { ...person, token: { token, type: 'bearer' as const } }
  }
}

const asAlly = (person: ProviderPerson) => ({
  id: person.id,
  nickName: person.login,
  name: person.name,
  email: person.verifiedEmail,
  emailVerificationState: person.verifiedEmail ? ('verified' as const) : ('unsupported' as const),
  avatarUrl: null,
  original: person,
})
