import type { HttpContext } from '@adonisjs/core/http'
import ResendInvitation from '#accounts/actions/resend_invitation'
import { deliveryProblem } from '#accounts/services/member_answers'

export default class InvitationDeliveriesController {
  /** Mails an invitation again. */
  async store({ params, response, session, actor }: HttpContext) {
    actor.authorize('members.manage')
    const result = await new ResendInvitation().execute({ actor, id: params.id })
    if (result.ok) session.flash('success', `Invitation sent to ${result.value.email} again.`)
    else if (result.error === 'not_found') throw deliveryProblem(result.error)
    else session.flash('error', deliveryProblem(result.error).message)
    return response.redirect().toRoute('members.index')
  }
}
