import type { HttpContext } from '@adonisjs/core/http'
import SuspendUser from '#ops/actions/suspend_user'
import { listUsers } from '#ops/queries/admin_lists'
import { adminListValidator } from '#ops/validators/admin'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class ApiAdminUsersController {
  async index({ request }: HttpContext) {
    const { q, page = 1 } = await request.validateUsing(adminListValidator)
    return listUsers(q, page)
  }

  /** Suspends: sessions and tokens of the person end. */
  store(ctx: HttpContext) {
    return this.#set(ctx, true)
  }

  destroy(ctx: HttpContext) {
    return this.#set(ctx, false)
  }

  async #set({ params, response, operator }: HttpContext, suspended: boolean) {
    const result = await new SuspendUser().execute({ userId: params.id, suspended, by: operator })
    if (result.ok) return response.noContent()
    if (result.error === 'not_found') throw new NotFoundException('account')
    throw new ConflictException('You cannot suspend yourself.')
  }
}
