import { errors } from '@adonisjs/auth'
import type { HttpContext } from '@adonisjs/core/http'
import User from '#accounts/models/user'
import { signInValidator } from '#accounts/validators/user'
import { fieldError } from '#shared/exceptions/field_error'

export default class SessionController {
  create({ inertia }: HttpContext) {
    return inertia.render('auth/login', {})
  }

  async store({ request, auth, response }: HttpContext) {
    const { email, password } = await request.validateUsing(signInValidator)
    const user = await User.verifyCredentials(email, password).catch((error) => {
      if (!(error instanceof errors.E_INVALID_CREDENTIALS)) throw error
      throw fieldError('password', 'The email or the password is wrong. Check both, then try again.')
    })
    await auth.use('web').login(user)
    return response.redirect().toRoute('dashboard.show')
  }

  async destroy({ auth, response }: HttpContext) {
    await auth.use('web').logout()
    return response.redirect().toRoute('home')
  }
}
