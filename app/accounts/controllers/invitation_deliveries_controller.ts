import type { HttpContext } from '@adonisjs/core/http'
import ResendInvitation from '#accounts/actions/resend_invitation'
import NotFoundException from '#shared/exceptions/not_found_exception'

const refusals = {
  too_soon: 'It was sent less than a minute ago. Wait a moment, then send it again.',
  beyond_own_rights: 'You can only invite to roles whose rights you have yourself. Ask an owner.',
}

export default class InvitationDeliveriesController {
  /** Mails an invitation again. */
  async store({ params, response, session, actor }: HttpContext) {
    actor.authorize('members.manage')
    const result = await new ResendInvitation().execute({ actor, id: params.id })
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('invitation')
    if (result.ok) session.flash('success', `Invitation sent to ${result.value.email} again.`)
    else if (result.error !== 'not_found') session.flash('error', refusals[result.error])
    return response.redirect().toRoute('members.index')
  }
}
