import type { HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import type { NextFn } from '@adonisjs/core/types/http'
import { isApiRequest } from '#shared/api/api_request'

/** For what no page sets a policy of its own, such as an unknown address: nothing inline runs. */
const policy = [
  "default-src 'self'",
  "base-uri 'self'",
  "font-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  "object-src 'none'",
].join(';')

/** What every answer says to a browser, whoever gives it; pages say more, and in place of this. */
export default class AnswerHeadersMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const { response } = ctx.response
    response.setHeader('x-content-type-options', 'nosniff')
    if (!isApiRequest(ctx)) {
      response.setHeader('x-frame-options', 'DENY')
      response.setHeader('referrer-policy', 'same-origin')
      if (app.inProduction) response.setHeader('content-security-policy', policy)
    }
    return next()
  }
}
