import type { HttpContext } from '@adonisjs/core/http'
import ResendInvitation from '#accounts/actions/resend_invitation'
import { deliveryProblem } from '#accounts/services/member_answers'

export default class ApiInvitationDeliveriesController {
  /** Mails an invitation again. */
  async store({ params, response, actor }: HttpContext) {
    actor.authorize('members.manage')
    const result = await new ResendInvitation().execute({ actor, id: params.id })
    if (!result.ok) throw deliveryProblem(result.error)
    response.status(202)
    return { id: params.id as string, email: result.value.email }
  }
}
