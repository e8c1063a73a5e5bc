import type { HttpContext } from '@adonisjs/core/http'
import { listAllConnections } from '#projects/queries/list_all_connections'
import { pageValidator } from '#projects/validators/connection'

export default class AdminConnectionsController {
  async index({ request, inertia }: HttpContext) {
    const { page = 1 } = await request.validateUsing(pageValidator)
    const { data: list, meta } = await listAllConnections(page)
    return inertia.render('admin/connections', { list, meta })
  }
}
