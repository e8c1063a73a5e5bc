import type { HttpContext } from '@adonisjs/core/http'
import ConfirmEmailChange from '#accounts/actions/confirm_email_change'
import RequestEmailChange from '#accounts/actions/request_email_change'
import { auditOf } from '#accounts/sessions/sign_in'
import { emailValidator } from '#accounts/validators/user'
import { fieldError } from '#shared/exceptions/field_error'

export default class EmailChangesController {
  async store(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const { email } = await ctx.request.validateUsing(emailValidator)
    if (email === user.email) throw fieldError('email', 'This is your address already.')
    await new RequestEmailChange().execute({ userId: user.id, email, by: auditOf(user, ctx) })
    ctx.session.flash('success', `Open the link that was mailed to ${email}. Until then your address stays.`)
    return ctx.response.redirect().toRoute('profile.edit')
  }

  edit({ inertia, params, response }: HttpContext) {
    response.header('cache-control', 'no-store')
    return inertia.render('auth/change_email', { secret: params.secret as string })
  }

  async update({ auth, request, response, session, params }: HttpContext) {
    const done = await new ConfirmEmailChange().execute({ secret: params.secret, address: request.ip() })
    if (done) session.flash('success', 'Your address was changed.')
    else session.flash('error', 'This link does not count any more. Ask for a new one on your profile.')
    return response.redirect().toRoute(auth.user ? 'profile.edit' : 'session.create')
  }
}
