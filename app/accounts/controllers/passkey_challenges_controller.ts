import type { HttpContext } from '@adonisjs/core/http'
import { authenticationOptions, registrationOptions } from '#accounts/services/passkeys'
import { pendingSignIn } from '#accounts/sessions/pending_sign_in'
import { challengeValidator } from '#accounts/validators/passkey'
import UnauthenticatedException from '#shared/exceptions/unauthenticated_exception'

const signInAgain = 'Your session has ended. Load the page again.'

/** What the browser needs before it asks a person for their passkey. */
export default class PasskeyChallengesController {
  async store(ctx: HttpContext) {
    const purpose = (await ctx.request.validateUsing(challengeValidator)).for
    const options = await this.#options(ctx, purpose)
    ctx.session.put('passkey_challenge', { challenge: options.challenge, for: purpose, at: Date.now() })
    ctx.response.header('cache-control', 'no-store')
    return options
  }

  async #options(ctx: HttpContext, purpose: 'sign_in' | 'second_factor' | 'confirm' | 'register') {
    if (purpose === 'sign_in') return authenticationOptions(null)
    const user = purpose === 'second_factor' ? (await pendingSignIn(ctx))?.user : ctx.auth.user
    if (!user) throw new UnauthenticatedException(signInAgain, '')
    return purpose === 'register' ? registrationOptions(user) : authenticationOptions(user.id)
  }
}
