import type { HttpContext } from '@adonisjs/core/http'
import DeleteAccount from '#accounts/actions/delete_account'
import { ACCOUNT_GRACE_DAYS } from '#accounts/services/grace_period'
import { personOf } from '#accounts/services/person'
import { fieldError } from '#shared/exceptions/field_error'

export default class AccountDeletionsController {
  async store(ctx: HttpContext) {
    const { auth, request, response, session } = ctx
    const user = auth.getUserOrFail()
    if (String(request.input('confirmation')).trim().toLowerCase() !== user.email.toLowerCase()) {
      throw fieldError('confirmation', 'Type your email address to confirm.')
    }
    const result = await new DeleteAccount().execute({ user, by: personOf(ctx) })
    if (!result.ok) {
      const teams = result.error.teams.join(', ')
      session.flash(
        'error',
        `You are the last owner of ${teams}. Give it to somebody else, or delete it, first.`
      )
      return response.redirect().back()
    }
    await auth.use('web').logout()
    session.flash(
      'success',
      `Your account is deleted. Sign in within ${ACCOUNT_GRACE_DAYS} days to bring it back; then it is gone.`
    )
    return response.redirect().toRoute('session.create')
  }
}
