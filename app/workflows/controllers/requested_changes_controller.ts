import type { HttpContext } from '@adonisjs/core/http'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'
import RequestChanges from '#workflows/actions/request_changes'
import { changeRefusals } from '#workflows/services/requested_changes_refusals'
import { messageValidator } from '#workflows/validators/steering'

export default class RequestedChangesController {
  async store({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.approve')
    const { text } = await request.validateUsing(messageValidator)
    const { teamId, audit } = actor
    const result = await new RequestChanges().execute({ teamId, workflowId: params.id, text, actor: audit })
    if (!result.ok) {
      if (result.error === 'not_found') throw new NotFoundException('workflow')
      throw fieldError('text', changeRefusals[result.error])
    }
    return response.redirect().toRoute('workflows.show', { id: params.id })
  }
}
