import type { HttpContext } from '@adonisjs/core/http'
import { listUsers } from '#ops/queries/admin_lists'
import { adminListValidator } from '#ops/validators/admin'

export default class AdminUsersController {
  async index({ request, inertia, auth }: HttpContext) {
    const { q, page = 1 } = await request.validateUsing(adminListValidator)
    const users = await listUsers(q, page)
    return inertia.render('admin/users', {
      users: users.data,
      meta: users.meta,
      q: q ?? '',
      ownId: auth.getUserOrFail().id,
    })
  }
}
