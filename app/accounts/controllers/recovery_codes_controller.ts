import type { HttpContext } from '@adonisjs/core/http'
import RenewRecoveryCodes from '#accounts/actions/renew_recovery_codes'
import { hasSecondFactor } from '#accounts/services/second_factor'
import { auditOf } from '#accounts/sessions/sign_in'
import ConflictException from '#shared/exceptions/conflict_exception'

export default class RecoveryCodesController {
  async store(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    if (!(await hasSecondFactor(user.id))) {
      throw new ConflictException('Recovery codes are for a second factor. Add one first.')
    }
    ctx.response.header('cache-control', 'no-store')
    return { recoveryCodes: await new RenewRecoveryCodes().execute({ user, by: auditOf(user, ctx) }) }
  }
}
