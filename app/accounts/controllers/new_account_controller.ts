import type { HttpContext } from '@adonisjs/core/http'
import RegisterUser from '#accounts/actions/register_user'
import { signUpValidator } from '#accounts/validators/user'

export default class NewAccountController {
  create({ inertia }: HttpContext) {
    return inertia.render('auth/signup', {})
  }

  async store({ request, response, auth, session }: HttpContext) {
    const { user, teamId } = await new RegisterUser().execute(await request.validateUsing(signUpValidator))
    await auth.use('web').login(user)
    session.put('team_id', teamId)
    return response.redirect().toRoute('dashboard.show')
  }
}
