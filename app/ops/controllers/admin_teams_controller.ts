import type { HttpContext } from '@adonisjs/core/http'
import { listTeams } from '#ops/queries/admin_lists'
import { adminListValidator } from '#ops/validators/admin'

export default class AdminTeamsController {
  async index({ request, inertia }: HttpContext) {
    const { q, page = 1 } = await request.validateUsing(adminListValidator)
    const teams = await listTeams(q, page)
    return inertia.render('admin/teams', { list: teams.data, meta: teams.meta, q: q ?? '' })
  }
}
