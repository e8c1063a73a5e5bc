import type { HttpContext } from '@adonisjs/core/http'
import RestoreTeam from '#accounts/actions/restore_team'
import { personOf } from '#accounts/services/person'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class TeamRestorationsController {
  async store(ctx: HttpContext) {
    const by = personOf(ctx)
    const result = await new RestoreTeam().execute({ teamId: ctx.params.id, userId: ctx.person.id, by })
    if (!result.ok) throw new NotFoundException('deleted team')
    ctx.session.flash('success', `Team ${result.value.name} is back.`)
    return ctx.response.redirect().withQs({ team: ctx.params.id }).toPath('/dashboard')
  }
}
