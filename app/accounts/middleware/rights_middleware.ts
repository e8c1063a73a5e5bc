import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { authorizeRoute } from '#accounts/services/authorize_route'

/** Asks for the right that the route declares. Pages have this in `auth`; here requests that are refused count too. */
export default class RightsMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    authorizeRoute(ctx)
    return next()
  }
}
