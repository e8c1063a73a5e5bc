import type { HttpContext } from '@adonisjs/core/http'
import SuspendUser from '#ops/actions/suspend_user'
import { operatorOf } from '#ops/services/operator_audit'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class UserSuspensionsController {
  store(ctx: HttpContext) {
    return this.#set(ctx, true)
  }

  destroy(ctx: HttpContext) {
    return this.#set(ctx, false)
  }

  async #set(ctx: HttpContext, suspended: boolean) {
    const { params, response, session } = ctx
    const result = await new SuspendUser().execute({ userId: params.id, suspended, by: operatorOf(ctx) })
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('account')
    if (!result.ok) session.flash('error', 'You cannot suspend yourself.')
    else session.flash('success', suspended ? 'Account suspended and signed out.' : 'Account reinstated.')
    return response.redirect().back()
  }
}
