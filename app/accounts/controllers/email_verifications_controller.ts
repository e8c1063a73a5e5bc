import type { HttpContext } from '@adonisjs/core/http'
import RequestEmailVerification from '#accounts/actions/request_email_verification'
import VerifyEmail from '#accounts/actions/verify_email'

export default class EmailVerificationsController {
  async store({ auth, response, session }: HttpContext) {
    const user = auth.getUserOrFail()
    await new RequestEmailVerification().execute(user)
    session.flash('success', `A link is on its way to ${user.email}.`)
    return response.redirect().back()
  }

  /** Asks for a click: programs that look into mails open links, and must not use them up. */
  edit({ inertia, params, response }: HttpContext) {
    response.header('cache-control', 'no-store')
    return inertia.render('auth/verify_email', { secret: params.secret as string })
  }

  async update({ auth, request, response, session, params }: HttpContext) {
    const done = await new VerifyEmail().execute({ secret: params.secret, address: request.ip() })
    if (done) session.flash('success', 'Your address is verified.')
    else session.flash('error', 'This link does not count any more. Sign in and ask for a new one.')
    return response.redirect().toRoute(auth.user ? 'dashboard.show' : 'session.create')
  }
}
