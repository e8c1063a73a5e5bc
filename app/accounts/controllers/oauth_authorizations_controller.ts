import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import CreateAuthorizationCode from '#accounts/actions/create_authorization_code'
import { allowsRedirect, type OauthClient } from '#accounts/enums/oauth_client'
import { permissionWords } from '#accounts/permission_words'
import { narrowScopes, rightsWithin, type Scope } from '#accounts/permissions'
import { issuer } from '#accounts/services/access_token'
import { findOauthClient } from '#accounts/services/oauth_clients'
import {
  authorizationClientValidator,
  authorizationValidator,
  decisionValidator,
} from '#accounts/validators/oauth'
import { fieldError } from '#shared/exceptions/field_error'

interface Asked {
  client: OauthClient
  redirectUri: string
  /** What the person can give of it. */
  scopes: Scope[]
  asksFor: Scope[]
  codeChallenge: string
  state: string | undefined
}

/** A person is asked whether a program may act for them (RFC 6749 §4.1.1 with PKCE). */
export default class OauthAuthorizationsController {
  async create(ctx: HttpContext) {
    const asked = await this.#asked(ctx)
    if (!asked) return
    const { client, scopes, asksFor, redirectUri } = asked
    const rights = rightsWithin(ctx.actor.role, scopes)
    return ctx.inertia.render('auth/authorize', {
      clientName: client.registered ? `${client.name} (as it calls itself)` : client.name,
      scopes,
      withheld: asksFor.filter((scope) => !scopes.includes(scope)),
      role: ctx.actor.role,
      may: rights.map((right) => permissionWords[right]),
      returnsTo: new URL(redirectUri).host || redirectUri,
    })
  }

  async store(ctx: HttpContext) {
    const asked = await this.#asked(ctx)
    if (!asked) return
    const { decision } = await ctx.request.validateUsing(decisionValidator)
    if (decision === 'deny') return this.#back(ctx, asked, { error: 'access_denied' })
    const { client, redirectUri, scopes, codeChallenge } = asked
    const { actor } = ctx
    const code = await new CreateAuthorizationCode().execute({
      teamId: actor.teamId,
      userId: actor.personId,
      userName: actor.audit.name,
      address: ctx.request.ip(),
      client,
      redirectUri,
      scopes,
      codeChallenge,
    })
    return this.#back(ctx, asked, { code })
  }

  /** Null when the answer has been given already, to the program: it asked for what it may not have. */
  async #asked(ctx: HttpContext): Promise<Asked | null> {
    const { client_id, redirect_uri } = await ctx.request.validateUsing(authorizationClientValidator)
    const client = await findOauthClient(client_id)
    if (!client) throw fieldError('client_id', 'No program with this name is known here.')
    if (!allowsRedirect(client, redirect_uri)) {
      throw fieldError('redirect_uri', `${client.name} may not be answered at this address.`)
    }
    const state = ctx.request.input('state')
    const known = { client, redirectUri: redirect_uri, state: typeof state === 'string' ? state : undefined }
    try {
      const input = await ctx.request.validateUsing(authorizationValidator)
      const asksFor = (input.scope?.split(' ') ?? ['read']) as Scope[]
      const scopes = narrowScopes(ctx.actor.role, asksFor)
      return { ...known, scopes, asksFor, codeChallenge: input.code_challenge }
    } catch (error) {
      if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
      const field = error.messages[0]?.field
      const code =
        field === 'scope'
          ? 'invalid_scope'
          : field === 'response_type'
            ? 'unsupported_response_type'
            : 'invalid_request'
      this.#back(ctx, known, { error: code, error_description: error.messages[0]?.message ?? '' })
      return null
    }
  }

  /** To another origin, so the browser itself must go there; `iss` is for clients of several servers (RFC 9207). */
  #back(
    { inertia }: HttpContext,
    { redirectUri, state }: Pick<Asked, 'redirectUri' | 'state'>,
    answer: Record<string, string>
  ) {
    const url = new URL(redirectUri)
    for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value)
    if (state !== undefined) url.searchParams.set('state', state)
    url.searchParams.set('iss', issuer())
    return inertia.location(url.href)
  }
}
