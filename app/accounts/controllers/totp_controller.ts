import type { HttpContext } from '@adonisjs/core/http'
import BeginTotp from '#accounts/actions/begin_totp'
import ConfirmTotp from '#accounts/actions/confirm_totp'
import DisableTotp from '#accounts/actions/disable_totp'
import { auditOf } from '#accounts/sessions/sign_in'
import { secondFactorValidator } from '#accounts/validators/user'
import ConflictException from '#shared/exceptions/conflict_exception'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'

/** The authenticator app. Answers with secrets go to the page that asked, and are kept nowhere. */
export default class TotpController {
  async store({ auth, response }: HttpContext) {
    const { id: userId, email } = auth.getUserOrFail()
    const begun = await new BeginTotp().execute({ userId, email })
    if (!begun) throw new ConflictException('There is an authenticator app already. Remove it first.')
    response.header('cache-control', 'no-store')
    return begun
  }

  async update(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const { code } = await ctx.request.validateUsing(secondFactorValidator)
    const result = await new ConfirmTotp().execute({ user, code, by: auditOf(user, ctx) })
    if (!result.ok) throw fieldError('code', 'This code does not match. Take the one that is shown now.')
    ctx.session.regenerate()
    ctx.response.header('cache-control', 'no-store')
    return { recoveryCodes: result.value }
  }

  async destroy(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const done = await new DisableTotp().execute({ user, by: auditOf(user, ctx) })
    if (!done) throw new NotFoundException('authenticator app')
    ctx.session.regenerate()
    ctx.session.flash('success', 'The authenticator app was removed.')
    return ctx.response.redirect().toRoute('security.show')
  }
}
