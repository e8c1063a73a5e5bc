import type { HttpContext } from '@adonisjs/core/http'
import CreateTeam from '#accounts/actions/create_team'
import DeleteTeam from '#accounts/actions/delete_team'
import RenameTeam from '#accounts/actions/rename_team'
import { can } from '#accounts/permissions'
import { secondFactorRequired } from '#accounts/queries/second_factor_required'
import { deletedTeamsOfUser } from '#accounts/queries/teams_of_user'
import { personOf } from '#accounts/services/person'
import { deleteTeamValidator, teamValidator } from '#accounts/validators/team'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class TeamsController {
  async index({ inertia, person, teams }: HttpContext) {
    const deleted = await deletedTeamsOfUser(person.id)
    return inertia.render('teams/index', {
      memberships: teams,
      deleted: deleted.map((team) => ({ ...team, can: { restore: can(team.role, 'team.delete') } })),
    })
  }

  async store(ctx: HttpContext) {
    const { name } = await ctx.request.validateUsing(teamValidator)
    const by = personOf(ctx)
    const { id } = await new CreateTeam().execute({ userId: ctx.person.id, name, by })
    ctx.session.flash('success', `Team ${name} created.`)
    return ctx.response.redirect().withQs({ team: id }).toPath('/dashboard')
  }

  async edit({ inertia, actor, team }: HttpContext) {
    actor.authorize('team.read')
    return inertia.render('settings/team', {
      name: team.name,
      secondFactorRequired: await secondFactorRequired(actor.teamId),
      can: { rename: actor.can('team.manage'), requireSecondFactor: actor.can('team.manage') },
    })
  }

  async update({ request, response, session, actor }: HttpContext) {
    actor.authorize('team.manage')
    const { name } = await request.validateUsing(teamValidator)
    const result = await new RenameTeam().execute({ teamId: actor.teamId, name, by: actor.audit })
    if (!result.ok) throw new NotFoundException('team')
    session.flash('success', 'Team renamed.')
    return response.redirect().toRoute('teams.edit')
  }

  async destroy({ request, response, session, actor }: HttpContext) {
    actor.authorize('team.delete')
    const { confirmation } = await request.validateUsing(deleteTeamValidator)
    const result = await new DeleteTeam().execute({ teamId: actor.teamId, confirmation, by: actor.audit })
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('team')
    if (!result.ok)
      throw fieldError('confirmation', "This is not the team's name. Type it as it is written above.")
    session.flash('success', `Team ${result.value.name} deleted. You can bring it back here for a while.`)
    return response.redirect().toRoute('teams.index')
  }
}
