import type { HttpContext } from '@adonisjs/core/http'
import ChangeRole from '#accounts/actions/change_role'
import RemoveMember from '#accounts/actions/remove_member'
import { listMembers } from '#accounts/queries/list_members'
import { memberProblem } from '#accounts/services/member_answers'
import { changeRoleValidator, listMembersValidator } from '#accounts/validators/team'
import { sendJson } from '#shared/api/send_json'

export default class ApiMembersController {
  async index({ request, response, actor }: HttpContext) {
    actor.authorize('team.read')
    const { page, perPage } = await request.validateUsing(listMembersValidator)
    const { data, meta } = await listMembers(actor.teamId, page, perPage)
    const manage = actor.can('members.manage')
    const members = data.map((member) => ({ ...member, secondFactor: manage ? member.secondFactor : null }))
    return sendJson(response, { data: members, meta })
  }

  async update({ params, request, actor }: HttpContext) {
    actor.authorize('roles.manage')
    const { role } = await request.validateUsing(changeRoleValidator)
    const result = await new ChangeRole().execute({ actor, userId: params.id, role })
    if (!result.ok) throw memberProblem(result.error)
    return { id: params.id as string, role }
  }

  async destroy({ params, response, actor }: HttpContext) {
    actor.authorize('members.manage')
    const result = await new RemoveMember().execute({ actor, userId: params.id })
    if (!result.ok) throw memberProblem(result.error)
    return response.noContent()
  }
}
