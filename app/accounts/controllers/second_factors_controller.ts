import type { HttpContext } from '@adonisjs/core/http'
import CheckSecondFactor from '#accounts/actions/check_second_factor'
import { secondFactorsOf } from '#accounts/services/second_factor'
import { pendingSignIn } from '#accounts/sessions/pending_sign_in'
import { auditOf, completeSignIn } from '#accounts/sessions/sign_in'
import { secondFactorValidator } from '#accounts/validators/user'
import { fieldError } from '#shared/exceptions/field_error'

const refused =
  'This code does not count. Take the one that is shown now; each works once. A recovery code works too.'

export default class SecondFactorsController {
  async create(ctx: HttpContext) {
    const pending = await pendingSignIn(ctx)
    if (!pending) return ctx.response.redirect().toRoute('session.create')
    const { totp, passkeys } = await secondFactorsOf(pending.userId)
    return ctx.inertia.render('auth/second_factor', { totp, passkey: passkeys > 0 })
  }

  async store(ctx: HttpContext) {
    const pending = await pendingSignIn(ctx)
    if (!pending) return ctx.response.redirect().toRoute('session.create')
    const { code } = await ctx.request.validateUsing(secondFactorValidator)
    const { user, method, remember } = pending
    const right = await new CheckSecondFactor().execute({ user, code, by: auditOf(user, ctx) })
    if (!right) throw fieldError('code', refused)
    await completeSignIn(ctx, user, { method, remember })
    return ctx.response.redirect().toIntendedRoute('dashboard.show')
  }
}
