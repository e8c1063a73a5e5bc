import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import User from '#accounts/models/user'
import { OPERATOR_SCOPE } from '#accounts/permissions'
import type { Operator } from '#ops/services/operator_audit'
import NotFoundException from '#shared/exceptions/not_found_exception'

/**
 * Lets tokens pass that an operator has made for just this; no other scope includes it, no program and no robot can
 * have it, and it ends with the operator's mark. For everybody else there is nothing here.
 */
export default class OperatorTokenMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { userId, scopes } = ctx.apiToken
    const person = userId && scopes.includes(OPERATOR_SCOPE) ? await User.find(userId) : null
    if (!person?.isOperator) throw new NotFoundException('page')
    ctx.operator = { kind: 'person', userId: person.id, name: person.fullName, address: ctx.request.ip() }
    return next()
  }
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Set on routes of the API for operators only. */
    operator: Operator
  }
}
