import type { HttpContext } from '@adonisjs/core/http'
import InviteMember from '#accounts/actions/invite_member'
import RevokeInvitation from '#accounts/actions/revoke_invitation'
import { invitationProblem } from '#accounts/services/member_answers'
import { inviteValidator } from '#accounts/validators/team'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class InvitationsController {
  async store({ request, response, session, actor }: HttpContext) {
    actor.authorize('members.manage')
    const { email, role } = await request.validateUsing(inviteValidator)
    const result = await new InviteMember().execute({ actor, email, role })
    if (!result.ok) throw invitationProblem(result.error)
    session.flash('success', `Invitation sent to ${email}.`)
    return response.redirect().toRoute('members.index')
  }

  async destroy({ params, response, session, actor }: HttpContext) {
    actor.authorize('members.manage')
    const result = await new RevokeInvitation().execute({ actor, id: params.id })
    if (!result.ok) throw new NotFoundException('invitation')
    session.flash('success', `Invitation of ${result.value.email} revoked.`)
    return response.redirect().toRoute('members.index')
  }
}
