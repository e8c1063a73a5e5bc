import type { HttpContext } from '@adonisjs/core/http'
import RenameTeam from '#accounts/actions/rename_team'
import { teamValidator } from '#accounts/validators/team'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class ApiTeamsController {
  show({ actor, team }: HttpContext) {
    actor.authorize('team.read')
    return { id: team.id, name: team.name }
  }

  async update({ request, actor }: HttpContext) {
    actor.authorize('team.manage')
    const { name } = await request.validateUsing(teamValidator)
    const result = await new RenameTeam().execute({ teamId: actor.teamId, name, by: actor.audit })
    if (!result.ok) throw new NotFoundException('team')
    return { id: actor.teamId, name }
  }
}
