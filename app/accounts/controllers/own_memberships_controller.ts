import type { HttpContext } from '@adonisjs/core/http'
import RemoveMember from '#accounts/actions/remove_member'
import { memberProblem } from '#accounts/services/member_answers'
import ConflictException from '#shared/exceptions/conflict_exception'

export default class OwnMembershipsController {
  /** Leaves the team. */
  async destroy({ response, session, actor, team }: HttpContext) {
    const result = await new RemoveMember().execute({ actor, userId: actor.personId })
    if (result.ok) {
      session.flash('success', `You have left ${team.name}.`)
      return response.redirect().toRoute('teams.index')
    }
    const problem = memberProblem(result.error)
    if (!(problem instanceof ConflictException)) throw problem
    session.flash('error', problem.message)
    return response.redirect().toRoute('team_dangers.show')
  }
}
