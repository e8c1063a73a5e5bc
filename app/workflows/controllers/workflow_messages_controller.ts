import type { HttpContext } from '@adonisjs/core/http'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'
import SendMessage from '#workflows/actions/send_message'
import { messageRefusals } from '#workflows/services/message_refusals'
import { messageValidator } from '#workflows/validators/steering'

export default class WorkflowMessagesController {
  async store({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { text } = await request.validateUsing(messageValidator)
    const { teamId, audit } = actor
    const result = await new SendMessage().execute({ teamId, workflowId: params.id, text, actor: audit })
    if (!result.ok) {
      if (result.error === 'not_found') throw new NotFoundException('workflow')
      throw fieldError('text', messageRefusals[result.error])
    }
    return response.redirect().toRoute('workflows.show', { id: params.id })
  }
}
