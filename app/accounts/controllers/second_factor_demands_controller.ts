import type { HttpContext } from '@adonisjs/core/http'
import RequireSecondFactor from '#accounts/actions/require_second_factor'
import { secondFactorDemandValidator } from '#accounts/validators/team'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class SecondFactorDemandsController {
  async update({ request, response, session, actor }: HttpContext) {
    actor.authorize('team.manage')
    const { required } = await request.validateUsing(secondFactorDemandValidator)
    const result = await new RequireSecondFactor().execute({ actor, required })
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('team')
    if (!result.ok)
      throw fieldError(
        'required',
        'Add a second factor of your own first, or you would be shut out yourself.'
      )
    const message = required
      ? 'Members now need two-step verification.'
      : 'Two-step verification is each member’s own choice again.'
    session.flash('success', message)
    return response.redirect().toRoute('teams.edit')
  }
}
