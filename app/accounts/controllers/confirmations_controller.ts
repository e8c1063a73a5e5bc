import type { HttpContext } from '@adonisjs/core/http'
import CheckSecondFactor from '#accounts/actions/check_second_factor'
import type User from '#accounts/models/user'
import { waysToConfirm } from '#accounts/queries/ways_to_confirm'
import { checkPasskey } from '#accounts/services/passkeys'
import { isPasswordOf } from '#accounts/services/passwords'
import { markConfirmed } from '#accounts/sessions/confirmation'
import { takeChallenge } from '#accounts/sessions/pending_sign_in'
import { auditOf } from '#accounts/sessions/sign_in'
import { asAuthentication, passkeyValidator } from '#accounts/validators/passkey'
import { confirmationValidator } from '#accounts/validators/user'
import { fieldError } from '#shared/exceptions/field_error'

/** "Confirm that it is you": before what somebody at an unlocked screen must not do. */
export default class ConfirmationsController {
  async create({ inertia, auth, session }: HttpContext) {
    const ways = await waysToConfirm(auth.getUserOrFail())
    return inertia.render('auth/confirm', { ways, back: session.getIntendedUrl() ?? '/dashboard' })
  }

  async store(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const { password, code } = await ctx.request.validateUsing(confirmationValidator)
    if (code !== undefined) await this.#checkCode(ctx, user, code)
    else if (password !== undefined) await this.#checkPassword(user, password)
    else await this.#checkPasskey(ctx, user)
    markConfirmed(ctx.session)
    ctx.session.regenerate()
    ctx.session.clearIntendedUrl()
    return ctx.response.noContent()
  }

  async #checkCode(ctx: HttpContext, user: User, code: string) {
    const by = auditOf(user, ctx)
    const right = await new CheckSecondFactor().execute({ user, code, by, recovery: false })
    if (!right) throw fieldError('code', 'This code does not count. Take the one that is shown now.')
  }

  async #checkPassword(user: User, password: string) {
    if (!(await isPasswordOf(user, password))) throw fieldError('password', 'This is not your password.')
  }

  async #checkPasskey(ctx: HttpContext, user: User) {
    const { response } = await ctx.request.validateUsing(passkeyValidator)
    const challenge = takeChallenge(ctx.session, ['confirm'])
    const key = challenge && (await checkPasskey(asAuthentication(response), challenge))
    if (!key || key.userId !== user.id) throw fieldError('passkey', 'This is not one of your passkeys.')
  }
}
