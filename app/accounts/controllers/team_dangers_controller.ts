import type { HttpContext } from '@adonisjs/core/http'
import { listMembers } from '#accounts/queries/list_members'
import { TEAM_GRACE_DAYS } from '#accounts/services/grace_period'

const MOST_HEIRS = 100

export default class TeamDangersController {
  /** Leaving, handing over and deleting, in one place. */
  async show({ inertia, actor, team }: HttpContext) {
    actor.authorize('team.read')
    const { data } = await listMembers(actor.teamId, 1, MOST_HEIRS)
    const owners = data.filter(({ role }) => role === 'owner')
    const mayDelete = actor.can('team.delete')
    return inertia.render('settings/danger', {
      name: team.name,
      graceDays: TEAM_GRACE_DAYS,
      members: mayDelete
        ? data.filter(({ id }) => id !== actor.userId).map(({ id, name, email }) => ({ id, name, email }))
        : [],
      lastOwner: owners.length === 1 && owners[0]!.id === actor.userId,
      can: { delete: mayDelete },
    })
  }
}
