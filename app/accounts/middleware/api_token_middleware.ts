import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { checkAccessToken } from '#accounts/services/access_token'
import { Actor } from '#accounts/services/actor'
import { type CheckedToken, checkApiToken } from '#accounts/services/api_token_check'
import { noteApiTokenUse } from '#accounts/services/api_token_uses'
import UnauthenticatedException from '#shared/exceptions/unauthenticated_exception'
import { looksSigned } from '#shared/tokens/signed_token'

const scheme = /^bearer +(\S+) *$/i

/** Lets requests with a valid bearer token pass and names the actor, in the token's team: the person behind it, or the team's robot. */
export default class ApiTokenMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const text = scheme.exec(ctx.request.header('authorization') ?? '')?.[1]
    if (!text) {
      throw new UnauthenticatedException(
        'Send an API token: "Authorization: Bearer agentops_…". Make one under Settings.',
        ''
      )
    }
    const token = looksSigned(text) ? await checkAccessToken(text) : await checkApiToken(text)
    if (!token) {
      throw new UnauthenticatedException(
        'This API token is unknown, revoked or expired. Make a new one under Settings.',
        'error="invalid_token"'
      )
    }
    noteApiTokenUse(token.id)
    ctx.apiToken = token
    ctx.team = { id: token.teamId, name: token.teamName }
    ctx.actor = new Actor(token.userId, token.teamId, token.role, token.scopes, {
      name: token.userName,
      robotId: token.kind === 'robot' ? token.id : null,
      address: ctx.request.ip(),
    })
    return next()
  }
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Set on routes of the API only. */
    apiToken: CheckedToken
  }
}
