import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Actor } from '#accounts/services/actor'
import type { CheckedToken } from '#accounts/services/api_token_check'
import { noteApiTokenUse } from '#accounts/services/api_token_uses'
import { checkBearerToken } from '#accounts/services/bearer_token'
import SecondFactorRequiredException from '#shared/exceptions/second_factor_required_exception'
import UnauthenticatedException from '#shared/exceptions/unauthenticated_exception'

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
    const token = await checkBearerToken(text)
    if (!token) {
      throw new UnauthenticatedException(
        'This API token is unknown, revoked or expired. Make a new one under Settings.',
        'error="invalid_token"'
      )
    }
    if (token.keptOut) throw new SecondFactorRequiredException(token.teamName)
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
