import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { errors, type LimiterResponse } from '@adonisjs/limiter'
import limiter from '@adonisjs/limiter/services/main'
import TooManyException from '#shared/exceptions/too_many_exception'
import env from '#start/env'

const WINDOW_SECONDS = 60
const requests = env.get('API_RATE_PER_MINUTE')
const tokens = limiter.use({ requests, duration: WINDOW_SECONDS })

/**
 * Counts requests per token and says in each answer what is left: the `RateLimit` and `RateLimit-Policy`
 * fields of the current IETF draft (ratelimit-headers), and the three separate ones of its earlier versions
 * that most clients know.
 */
export default class ApiRateLimitMiddleware {
  async handle({ apiToken, response }: HttpContext, next: NextFn) {
    const key = `api:${apiToken.id}`
    try {
      this.#say(response, await tokens.consume(key))
    } catch (error) {
      if (!(error instanceof errors.E_TOO_MANY_REQUESTS)) throw error
      this.#say(response, error.response)
      const seconds = Math.max(1, error.response.availableIn)
      throw new TooManyException(
        `This token may send ${requests} requests a minute. Wait ${seconds} s, then go on.`,
        seconds
      )
    }
    return next()
  }

  #say(response: HttpContext['response'], { remaining, availableIn }: LimiterResponse) {
    response.header('ratelimit-policy', `"token";q=${requests};w=${WINDOW_SECONDS}`)
    response.header('ratelimit', `"token";r=${remaining};t=${availableIn}`)
    response.header('ratelimit-limit', requests)
    response.header('ratelimit-remaining', remaining)
    response.header('ratelimit-reset', availableIn)
  }
}
