import type { HttpContext } from '@adonisjs/core/http'
import UpdateProfile from '#accounts/actions/update_profile'
import { profileValidator } from '#accounts/validators/user'

export default class ProfileController {
  edit({ inertia }: HttpContext) {
    return inertia.render('settings/profile', {})
  }

  async update({ request, response, auth, session }: HttpContext) {
    const { fullName } = await request.validateUsing(profileValidator)
    await new UpdateProfile().execute({ userId: auth.getUserOrFail().id, fullName })
    session.flash('success', 'Your profile was saved.')
    return response.redirect().toRoute('profile.edit')
  }
}
