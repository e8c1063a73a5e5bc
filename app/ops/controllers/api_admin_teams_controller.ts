import type { HttpContext } from '@adonisjs/core/http'
import { listTeams } from '#ops/queries/admin_lists'
import { adminListValidator } from '#ops/validators/admin'

export default class ApiAdminTeamsController {
  async index({ request }: HttpContext) {
    const { q, page = 1 } = await request.validateUsing(adminListValidator)
    return listTeams(q, page)
  }
}
