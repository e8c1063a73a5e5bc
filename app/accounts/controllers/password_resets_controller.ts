import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import ResetPassword from '#accounts/actions/reset_password'
import { mailPasswordReset } from '#accounts/jobs/mail_password_reset'
import { emailValidator, newPasswordValidator, refuseGuessable } from '#accounts/validators/user'
import { enqueue } from '#shared/jobs/job'

export default class PasswordResetsController {
  create({ inertia }: HttpContext) {
    return inertia.render('auth/forgot_password', {})
  }

  /** Says the same for every address, after the same time: a job finds out whether it has an account. */
  async store({ request, response, session }: HttpContext) {
    const { email } = await request.validateUsing(emailValidator)
    await db.transaction((trx) =>
      enqueue(trx, mailPasswordReset, { teamId: null, payload: { email }, key: email })
    )
    session.flash(
      'success',
      `If there is an account with ${email}, a link to set a new password is on its way to it.`
    )
    return response.redirect().toRoute('password_resets.create')
  }

  edit({ inertia, params, response }: HttpContext) {
    response.header('cache-control', 'no-store')
    return inertia.render('auth/reset_password', { secret: params.secret as string })
  }

  async update({ request, response, session, params }: HttpContext) {
    const { password } = await request.validateUsing(newPasswordValidator)
    await refuseGuessable(password, [])
    const done = await new ResetPassword().execute({ secret: params.secret, password, address: request.ip() })
    if (!done) {
      session.flash('error', 'This link does not count any more. Ask for a new one.')
      return response.redirect().toRoute('password_resets.create')
    }
    session.flash('success', 'Your new password is set. Sign in with it.')
    return response.redirect().toRoute('session.create')
  }
}
