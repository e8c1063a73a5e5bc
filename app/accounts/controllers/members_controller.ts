import type { HttpContext } from '@adonisjs/core/http'
import ChangeRole from '#accounts/actions/change_role'
import RemoveMember from '#accounts/actions/remove_member'
import { roles } from '#accounts/enums/role'
import { mayGive } from '#accounts/permissions'
import { listInvitations } from '#accounts/queries/list_invitations'
import { listMembers } from '#accounts/queries/list_members'
import { memberProblem } from '#accounts/services/member_answers'
import { changeRoleValidator, listMembersValidator } from '#accounts/validators/team'
import ConflictException from '#shared/exceptions/conflict_exception'

export default class MembersController {
  async index({ request, inertia, actor }: HttpContext) {
    actor.authorize('team.read')
    const { page = 1, perPage = 50 } = await request.validateUsing(listMembersValidator)
    const manage = actor.can('members.manage')
    const [members, invitations] = await Promise.all([
      listMembers(actor.teamId, page, perPage),
      manage ? listInvitations(actor.teamId) : [],
    ])
    const mayHandle = (role: (typeof roles)[number]) => mayGive(actor.role, role)
    return inertia.render('settings/members', {
      members: members.data.map(({ secondFactor, ...member }) => ({
        ...member,
        secondFactor: manage ? secondFactor : null,
        can: {
          changeRole: actor.can('roles.manage') && mayHandle(member.role),
          remove: manage && mayHandle(member.role) && member.id !== actor.userId,
        },
      })),
      meta: members.meta,
      invitations: invitations.map((invitation) => ({ ...invitation })),
      roles: roles.filter(mayHandle),
      can: { invite: manage },
    })
  }

  async update({ params, request, response, session, actor }: HttpContext) {
    actor.authorize('roles.manage')
    const { role } = await request.validateUsing(changeRoleValidator)
    const result = await new ChangeRole().execute({ actor, userId: params.id, role })
    if (!result.ok) this.#refuse(memberProblem(result.error), session)
    else session.flash('success', 'Role changed.')
    return response.redirect().toRoute('members.index')
  }

  async destroy({ params, response, session, actor }: HttpContext) {
    actor.authorize('members.manage')
    const result = await new RemoveMember().execute({ actor, userId: params.id })
    if (!result.ok) this.#refuse(memberProblem(result.error), session)
    else session.flash('success', 'Member removed.')
    return response.redirect().toRoute('members.index')
  }

  #refuse(problem: Error, session: HttpContext['session']) {
    if (!(problem instanceof ConflictException)) throw problem
    session.flash('error', problem.message)
  }
}
