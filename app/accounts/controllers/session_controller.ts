import type { HttpContext } from '@adonisjs/core/http'
import { personWithPassword } from '#accounts/services/passwords'
import { signInProviders } from '#accounts/services/sign_in_providers'
import { beginSignIn } from '#accounts/sessions/sign_in'
import { signInValidator } from '#accounts/validators/user'
import { fieldError } from '#shared/exceptions/field_error'

export default class SessionController {
  create({ inertia }: HttpContext) {
    return inertia.render('auth/login', { providers: signInProviders() })
  }

  async store(ctx: HttpContext) {
    const { email, password, remember } = await ctx.request.validateUsing(signInValidator)
    const user = await personWithPassword(email, password)
    if (!user) throw fieldError('password', 'The email or the password is wrong. Check both, then try again.')
    const done = await beginSignIn(ctx, user, { method: 'password', remember: remember ?? false })
    if (!done) return ctx.response.redirect().toRoute('second_factors.create')
    return ctx.response.redirect().toIntendedRoute('dashboard.show')
  }

  async destroy({ auth, session, response }: HttpContext) {
    await auth.use('web').logout()
    session.clear()
    session.regenerate()
    return response.redirect().toRoute('home')
  }
}
