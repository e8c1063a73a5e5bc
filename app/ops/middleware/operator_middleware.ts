import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import NotFoundException from '#shared/exceptions/not_found_exception'

/** Lets the operators of the installation pass, in their own name; for everybody else there is nothing here. */
export default class OperatorMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    if (!ctx.auth.getUserOrFail().isOperator || ctx.actsAs) throw new NotFoundException('page')
    return next()
  }
}
