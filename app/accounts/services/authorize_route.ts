import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { isDoor } from '#accounts/route_rights'
import { rightOf } from '#start/rights'

/**
 * Refuses who lacks the right that the route declares, before its controller runs; controllers ask again for what
 * depends on the thing itself.
 *
 * @throws ForbiddenException, MissingScopeException, or an Exception with status 403
 */
export function authorizeRoute(ctx: HttpContext) {
  const right = rightOf(ctx.route?.name)
  if (right === null) return
  if (!isDoor(right)) return (ctx as Partial<HttpContext>).actor?.authorize(right)
  if (right !== 'person' || !ctx.actsAs) return
  const message = 'This is for the person alone: you act in their place. Stop that first.'
  throw new Exception(message, { status: 403, code: 'E_FORBIDDEN' })
}
