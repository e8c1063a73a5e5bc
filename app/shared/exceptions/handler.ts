import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import type { HttpError, StatusPageRange, StatusPageRenderer } from '@adonisjs/core/types/http'
import { isApiRequest } from '#shared/api/api_request'
import { asUnreadableBody } from '#shared/exceptions/body_exception'
import { renderProblem, unexpected } from '#shared/exceptions/problem_details'

export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = app.inDev
  protected renderStatusPages = !app.inDev

  protected statusPages: Record<StatusPageRange, StatusPageRenderer> = {
    '403': (error, { inertia }) => inertia.render('errors/forbidden', { message: error.message }),
    '404': (_, { inertia }) => inertia.render('errors/not_found', {}),
    '500..599': (_, { inertia, request }) =>
      inertia.render('errors/server_error', { requestId: request.id() ?? null }),
  }

  async handle(error: unknown, ctx: HttpContext) {
    const cause = asUnreadableBody(error) ?? error
    if (isApiRequest(ctx)) return renderProblem(cause, ctx)
    return super.handle(cause, ctx)
  }

  /** An unexpected error's own words may hold SQL, paths and values: they are for the log alone. */
  async renderErrorAsJSON(error: HttpError, ctx: HttpContext) {
    if (error.status < 500 || this.isDebuggingEnabled(ctx)) return super.renderErrorAsJSON(error, ctx)
    ctx.response.status(error.status).send({ message: unexpected, requestId: ctx.request.id() })
  }

  async renderErrorAsJSONAPI(error: HttpError, ctx: HttpContext) {
    return this.renderErrorAsJSON(error, ctx)
  }
}
