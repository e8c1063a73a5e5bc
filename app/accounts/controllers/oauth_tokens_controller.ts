import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import GrantByPassword from '#accounts/actions/grant_by_password'
import RedeemAuthorizationCode from '#accounts/actions/redeem_authorization_code'
import RotateRefreshToken from '#accounts/actions/rotate_refresh_token'
import { ACCESS_TOKEN_SECONDS, type Grant, signAccessToken } from '#accounts/services/access_token'
import { findOauthClient, noteOauthClientUse } from '#accounts/services/oauth_clients'
import { OauthError } from '#accounts/services/oauth_error'
import { codeGrantValidator, passwordGrantValidator, refreshGrantValidator } from '#accounts/validators/oauth'

type Granted = { grant: Grant; refreshToken: string }

/** The token endpoint, with the errors of RFC 6749 §5.2, which OAuth libraries read. */
export default class OauthTokensController {
  async store(ctx: HttpContext) {
    ctx.response.header('cache-control', 'no-store')
    try {
      const { grant, refreshToken } = await this.#grant(ctx)
      return {
        access_token: await signAccessToken(grant),
        token_type: 'Bearer',
        expires_in: ACCESS_TOKEN_SECONDS,
        refresh_token: refreshToken,
        scope: grant.scopes.join(' '),
        team: grant.teamId,
      }
    } catch (error) {
      return this.#refuse(ctx, error)
    }
  }

  #grant({ request }: HttpContext): Promise<Granted> {
    switch (request.input('grant_type')) {
      case 'password':
        return this.#byPassword(request)
      case 'authorization_code':
        return this.#byCode(request)
      case 'refresh_token':
        return this.#byRefreshToken(request)
      default:
        throw new OauthError(
          'unsupported_grant_type',
          'The grant_type must be password, authorization_code or refresh_token.'
        )
    }
  }

  async #byPassword(request: HttpContext['request']) {
    const input = await request.validateUsing(passwordGrantValidator)
    const client = await this.#client(input.client_id ?? 'agentops-api')
    if (!client.password) {
      throw new OauthError('unauthorized_client', `${client.name} must use the authorization code grant.`)
    }
    return new GrantByPassword().execute({
      email: input.username,
      password: input.password,
      oneTimeCode: input.otp ?? null,
      teamId: input.team ?? null,
      scopes: input.scope?.split(' ') ?? ['read'],
      client,
      address: request.ip(),
    })
  }

  async #byCode(request: HttpContext['request']) {
    const input = await request.validateUsing(codeGrantValidator)
    return new RedeemAuthorizationCode().execute({
      code: input.code,
      clientId: (await this.#client(input.client_id)).id,
      redirectUri: input.redirect_uri,
      codeVerifier: input.code_verifier,
    })
  }

  async #byRefreshToken(request: HttpContext['request']) {
    const input = await request.validateUsing(refreshGrantValidator)
    const client = await this.#client(input.client_id)
    await noteOauthClientUse(client)
    return new RotateRefreshToken().execute(input.refresh_token, client.id)
  }

  async #client(id: string) {
    const client = await findOauthClient(id)
    if (!client) throw new OauthError('invalid_client', 'There is no program with this client_id.')
    return client
  }

  #refuse({ response }: HttpContext, error: unknown) {
    if (error instanceof OauthError) {
      return response.status(error.status).send({ error: error.code, error_description: error.message })
    }
    if (error instanceof errors.E_VALIDATION_ERROR) {
      const words = error.messages.map(({ message }: { message: string }) => message).join(' ')
      return response.status(400).send({ error: 'invalid_request', error_description: words })
    }
    throw error
  }
}
