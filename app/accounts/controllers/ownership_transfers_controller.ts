import type { HttpContext } from '@adonisjs/core/http'
import TransferOwnership from '#accounts/actions/transfer_ownership'
import { transferValidator } from '#accounts/validators/team'
import { fieldError } from '#shared/exceptions/field_error'
import ForbiddenException from '#shared/exceptions/forbidden_exception'

export default class OwnershipTransfersController {
  async store({ request, response, session, actor }: HttpContext) {
    actor.authorize('team.delete')
    const { userId } = await request.validateUsing(transferValidator)
    const result = await new TransferOwnership().execute({ actor, userId })
    if (!result.ok && result.error === 'not_owner') throw new ForbiddenException('team.delete')
    if (!result.ok) throw fieldError('userId', 'Choose a member of the team.')
    session.flash('success', 'The team has a new owner. You are an admin now.')
    return response.redirect().toRoute('members.index')
  }
}
