import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { waysToConfirm } from '#accounts/queries/ways_to_confirm'
import { isConfirmed } from '#accounts/sessions/confirmation'

/**
 * Lets pass whoever has shown within ten minutes that it is them: for what somebody at an unlocked screen must
 * not do. A page is asked for again afterwards; a change is answered with 428 (RFC 6585), upon which the page
 * asks in place and sends it again, so that nothing typed is lost.
 */
export default class ConfirmedMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request, response, session, actor } = ctx as HttpContext & Partial<Pick<HttpContext, 'actor'>>
    if (actor?.identity.operator || ctx.actsAs) {
      const message = 'This is for the person alone: you act in their place. End that first.'
      throw new Exception(message, { status: 403, code: 'E_FORBIDDEN' })
    }
    if (isConfirmed(session)) return next()
    const wantsPage = request.method() === 'GET' && request.accepts(['html', 'json']) === 'html'
    if (wantsPage) {
      session.setIntendedUrl(request.url(true))
      return response.redirect().toRoute('confirmations.create')
    }
    const user = ctx.auth.getUserOrFail()
    response.header('cache-control', 'no-store')
    return response.status(428).send({
      code: 'E_CONFIRMATION_REQUIRED',
      message: 'Confirm that it is you, then send this again.',
      ways: await waysToConfirm(user),
    })
  }
}
