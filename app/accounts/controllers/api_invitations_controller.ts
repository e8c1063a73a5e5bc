import type { HttpContext } from '@adonisjs/core/http'
import InviteMember from '#accounts/actions/invite_member'
import RevokeInvitation from '#accounts/actions/revoke_invitation'
import { listInvitations } from '#accounts/queries/list_invitations'
import { invitationProblem } from '#accounts/services/member_answers'
import { inviteValidator } from '#accounts/validators/team'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class ApiInvitationsController {
  async index({ actor }: HttpContext) {
    actor.authorize('members.manage')
    return { data: await listInvitations(actor.teamId) }
  }

  async store({ request, response, actor }: HttpContext) {
    actor.authorize('members.manage')
    const { email, role } = await request.validateUsing(inviteValidator)
    const result = await new InviteMember().execute({ actor, email, role })
    if (!result.ok) throw invitationProblem(result.error)
    response.status(201)
    return { id: result.value.id, email, role }
  }

  async destroy({ params, response, actor }: HttpContext) {
    actor.authorize('members.manage')
    const result = await new RevokeInvitation().execute({ actor, id: params.id })
    if (!result.ok) throw new NotFoundException('invitation')
    return response.noContent()
  }
}
