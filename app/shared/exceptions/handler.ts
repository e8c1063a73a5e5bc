import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import type { HttpError, StatusPageRange, StatusPageRenderer } from '@adonisjs/core/types/http'
import { errors as limiterErrors } from '@adonisjs/limiter'
import { isApiRequest } from '#shared/api/api_request'
import { asUnreadableBody } from '#shared/exceptions/body_exception'
import PlanLimitException from '#shared/exceptions/plan_limit_exception'
import { renderProblem, unexpected } from '#shared/exceptions/problem_details'

const wantsPage = ({ request }: HttpContext) => request.accepts(['html', 'json']) === 'html'

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
    if (error instanceof limiterErrors.E_TOO_MANY_REQUESTS && wantsPage(ctx)) return this.#tooMany(error, ctx)
    if (error instanceof PlanLimitException && wantsPage(ctx)) return this.#limitReached(error, ctx)
    return super.handle(cause, ctx)
  }

  /** A link with a query that cannot be: the page without it, rather than wherever one came from. */
  async renderValidationErrorAsHTML(error: HttpError, ctx: HttpContext) {
    const { request, response } = ctx
    if (request.method() !== 'GET' || !request.parsedUrl.query)
      return super.renderValidationErrorAsHTML(error, ctx)
    response.redirect().withQs(false).toPath(request.url())
  }

  /** Back to the form, which keeps what was typed, with the refusal over the page. */
  async #limitReached({ message }: PlanLimitException, ctx: HttpContext) {
    if (ctx.request.method() === 'GET') {
      ctx.response.status(402).send(await ctx.inertia.render('errors/plan_limit', { message }))
      return
    }
    ctx.session.flash('limit', message)
    // As an error of the form, so that the browser keeps what was typed.
    ctx.session.flash('inputErrorsBag', { limit: [message] })
    ctx.response.redirect().back()
  }

  async #tooMany(
    { response: limit }: InstanceType<typeof limiterErrors.E_TOO_MANY_REQUESTS>,
    ctx: HttpContext
  ) {
    ctx.response.status(429).header('retry-after', limit.availableIn)
    const body = await ctx.inertia.render('errors/too_many', { seconds: limit.availableIn })
    ctx.response.send(body)
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
