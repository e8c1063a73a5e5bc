import type { HttpContext } from '@adonisjs/core/http'
import RemoveFlag from '#ops/actions/remove_flag'
import SetFlag from '#ops/actions/set_flag'
import { listFlags } from '#ops/services/feature_flags'
import { operatorOf } from '#ops/services/operator_audit'
import { flagValidator } from '#ops/validators/admin'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class AdminFlagsController {
  async index({ inertia }: HttpContext) {
    return inertia.render('admin/flags', { flags: await listFlags() })
  }

  async store(ctx: HttpContext) {
    const { name, percentage, teamIds = [] } = await ctx.request.validateUsing(flagValidator)
    await new SetFlag().execute({ name, percentage, teamIds, by: operatorOf(ctx) })
    ctx.session.flash('success', `Flag ${name} saved.`)
    return ctx.response.redirect().toRoute('admin_flags.index')
  }

  async destroy(ctx: HttpContext) {
    const result = await new RemoveFlag().execute({ name: ctx.params.name, by: operatorOf(ctx) })
    if (!result.ok) throw new NotFoundException('flag')
    ctx.session.flash('success', 'Flag removed: it is off for everybody.')
    return ctx.response.redirect().toRoute('admin_flags.index')
  }
}
