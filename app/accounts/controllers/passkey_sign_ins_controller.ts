import type { HttpContext } from '@adonisjs/core/http'
import User from '#accounts/models/user'
import { checkPasskey } from '#accounts/services/passkeys'
import { pendingSignIn, takeChallenge } from '#accounts/sessions/pending_sign_in'
import { completeSignIn } from '#accounts/sessions/sign_in'
import { asAuthentication, passkeyValidator } from '#accounts/validators/passkey'
import { fieldError } from '#shared/exceptions/field_error'

const refused =
  'This passkey is not known here, or it took too long. Try again, or sign in with your password.'

/** A passkey proves having the device and knowing or being who unlocks it: that is both factors at once. */
export default class PasskeySignInsController {
  async store(ctx: HttpContext) {
    const { response } = await ctx.request.validateUsing(passkeyValidator)
    const challenge = takeChallenge(ctx.session, ['sign_in', 'second_factor'])
    const key = challenge && (await checkPasskey(asAuthentication(response), challenge))
    const pending = await pendingSignIn(ctx)
    // Half-way through signing in as one person, another's passkey is a mistake.
    const user = key && (!pending || pending.userId === key.userId) ? await User.find(key.userId) : null
    if (!user) throw fieldError('passkey', refused)
    const remember = pending?.remember ?? false
    await completeSignIn(ctx, user, { method: pending?.method ?? 'passkey', remember })
    return { location: ctx.session.pullIntendedUrl() ?? '/dashboard' }
  }
}
