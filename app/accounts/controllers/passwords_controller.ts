import type { HttpContext } from '@adonisjs/core/http'
import ChangePassword from '#accounts/actions/change_password'
import { sessionKey } from '#accounts/sessions/session_store'
import { auditOf } from '#accounts/sessions/sign_in'
import { newPasswordValidator, refuseGuessable } from '#accounts/validators/user'

export default class PasswordsController {
  async update(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const { password } = await ctx.request.validateUsing(newPasswordValidator)
    await refuseGuessable(password, [user.email, user.fullName])
    await new ChangePassword().execute({
      userId: user.id,
      password,
      sessionKey: sessionKey(ctx.session.sessionId),
      by: auditOf(user, ctx),
    })
    ctx.session.regenerate()
    ctx.session.flash('success', 'Your password was changed. All other sessions have ended.')
    return ctx.response.redirect().toRoute('security.show')
  }
}
