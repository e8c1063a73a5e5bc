import { errors as authErrors } from '@adonisjs/auth'
import { type HttpContext, errors as httpErrors } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { errors as limiterErrors } from '@adonisjs/limiter'
import { errors as vineErrors } from '@vinejs/vine'
import MissingScopeException from '#shared/exceptions/missing_scope_exception'
import PlanLimitException from '#shared/exceptions/plan_limit_exception'
import TooManyException from '#shared/exceptions/too_many_exception'
import UnauthenticatedException from '#shared/exceptions/unauthenticated_exception'
import env from '#start/env'

interface Problem {
  type: string
  title: string
  status: number
  detail: string
  requestId: string | undefined
  /** Of a limit of the plan, where one was reached. */
  limit?: { name: string; max: number; used: number; resetsAt: string | null }
  errors?: { field: string; message: string; rule: string }[]
}

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not authenticated',
  402: 'Not in the plan',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Invalid input',
  429: 'Too many requests',
  500: 'Server error',
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** The methods that a URL does know, when the one asked for is not among them. */
function allowedMethods(error: unknown, { request }: HttpContext) {
  if (!(error instanceof httpErrors.E_ROUTE_NOT_FOUND)) return []
  return METHODS.filter((method) => router.match(request.url(), method, request.parsedUrl.shouldDecodeParam))
}

function statusOf(error: unknown) {
  if (error instanceof authErrors.E_UNAUTHORIZED_ACCESS) return 401
  const status = (error as { status?: unknown })?.status
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}

/** All that anybody is told of an error that we did not expect. */
export const unexpected = 'Something went wrong on our side. Try again; if it stays, report the request id.'

function detailOf(error: unknown, status: number, { request }: HttpContext) {
  if (status >= 500) return unexpected
  if (status === 405) return `${request.method()} is not possible here; the Allow header says what is.`
  if (status === 413) return 'The body is larger than the 1 MB that is read.'
  if (error instanceof httpErrors.E_ROUTE_NOT_FOUND) {
    return `There is nothing at ${request.url()}. /api/openapi.json lists what there is.`
  }
  const unparsed = error instanceof SyntaxError || (error as { type?: string }).type === 'entity.parse.failed'
  // Brackets nested so deeply that reading them runs out of stack.
  if (unparsed || error instanceof RangeError) return 'The body is not valid JSON.'
  if (error instanceof vineErrors.E_VALIDATION_ERROR) return 'Some fields are not as they should be.'
  return (error as Error).message
}

/** The `WWW-Authenticate` header of RFC 6750. */
function challenge(error: unknown, status: number) {
  const scheme = 'Bearer realm="AgentOps"'
  if (error instanceof UnauthenticatedException && error.challenge) return `${scheme}, ${error.challenge}`
  if (error instanceof MissingScopeException)
    return `${scheme}, error="insufficient_scope", scope="${error.scope}"`
  return status === 401 ? scheme : null
}

/** MCP clients find out from it where to ask for access, and for how much (RFC 9728 §5.1). */
function forMcp(challenge: string, request: HttpContext['request']) {
  if (request.url() !== '/mcp') return challenge
  const metadata = new URL('/.well-known/oauth-protected-resource/mcp', env.get('APP_URL')).href
  const scope = challenge.includes('scope=') ? '' : ', scope="read write"'
  return `${challenge}, resource_metadata="${metadata}"${scope}`
}

function addHeaders(error: unknown, status: number, { request, response }: HttpContext) {
  const authenticate = challenge(error, status)
  if (authenticate) response.header('www-authenticate', forMcp(authenticate, request))
  if (error instanceof TooManyException) response.header('retry-after', error.retryAfterSeconds)
  if (error instanceof limiterErrors.E_TOO_MANY_REQUESTS) {
    for (const [name, value] of Object.entries(error.getDefaultHeaders())) response.header(name, value)
  }
}

/**
 * Answers with problem details (RFC 9457). An unexpected error says nothing about its inside but the
 * request id, under which the log has the rest.
 */
export function renderProblem(error: unknown, ctx: HttpContext) {
  const allowed = allowedMethods(error, ctx)
  const status = allowed.length > 0 ? 405 : statusOf(error)
  if (status >= 500) ctx.logger.error({ err: error }, 'unexpected error')
  const problem: Problem = {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    detail: detailOf(error, status, ctx),
    requestId: ctx.request.id(),
  }
  if (error instanceof vineErrors.E_VALIDATION_ERROR) problem.errors = error.messages
  if (error instanceof PlanLimitException && error.refusal) {
    const { limit: name, max, used, resetsAt } = error.refusal
    problem.limit = { name, max, used, resetsAt }
  }
  if (allowed.length > 0) ctx.response.header('allow', allowed.join(', '))
  addHeaders(error, status, ctx)
  ctx.response.status(status).header('content-type', 'application/problem+json')
  return ctx.response.send(JSON.stringify(problem), false)
}
