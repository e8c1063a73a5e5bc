import type { HttpContext } from '@adonisjs/core/http'
import { ACTING_AS, ACTING_FOR_MS } from '#accounts/services/acting_as'
import BeginImpersonation from '#ops/actions/begin_impersonation'
import { asOperator, operatorOf } from '#ops/services/operator_audit'
import { impersonationValidator } from '#ops/validators/admin'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class ImpersonationsController {
  /** From here on this session acts in that person's place, for an hour at most. Their account stays out of reach. */
  async store(ctx: HttpContext) {
    const { params, request, response, session } = ctx
    const { reason } = await request.validateUsing(impersonationValidator)
    const result = await new BeginImpersonation().execute({ userId: params.id, reason, by: operatorOf(ctx) })
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('account')
    if (!result.ok) {
      session.flash('error', 'Nobody acts in the place of an operator, nor in their own.')
      return response.redirect().back()
    }
    session.put(ACTING_AS, { userId: params.id, until: Date.now() + ACTING_FOR_MS })
    session.forget('team_id')
    return response.redirect().toPath('/dashboard')
  }

  async destroy(ctx: HttpContext) {
    const { session, response, actsAs } = ctx
    if (actsAs) {
      const subject = { kind: 'user', id: actsAs.id, name: actsAs.name }
      await asOperator(operatorOf(ctx), async () => ({ action: 'operator.impersonation_ended', subject }))
    }
    session.forget(ACTING_AS)
    session.forget('team_id')
    return response.redirect().toPath('/admin')
  }
}
