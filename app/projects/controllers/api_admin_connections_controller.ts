import type { HttpContext } from '@adonisjs/core/http'
import { listAllConnections } from '#projects/queries/list_all_connections'
import { pageValidator } from '#projects/validators/connection'

export default class ApiAdminConnectionsController {
  async index({ request }: HttpContext) {
    const { page = 1 } = await request.validateUsing(pageValidator)
    return listAllConnections(page)
  }
}
