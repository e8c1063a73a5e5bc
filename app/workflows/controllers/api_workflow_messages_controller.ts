import type { HttpContext } from '@adonisjs/core/http'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'
import SendMessage from '#workflows/actions/send_message'
import { listMessages } from '#workflows/queries/list_messages'
import { messageRefusals } from '#workflows/services/message_refusals'
import { messageValidator } from '#workflows/validators/steering'

export default class ApiWorkflowMessagesController {
  async index({ params, actor }: HttpContext) {
    actor.authorize('workflows.read')
    return { data: await listMessages(actor.teamId, params.id) }
  }

  async store({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { text } = await request.validateUsing(messageValidator)
    const { teamId, audit } = actor
    const result = await new SendMessage().execute({ teamId, workflowId: params.id, text, actor: audit })
    if (!result.ok) {
      if (result.error === 'not_found') throw new NotFoundException('workflow')
      throw new ConflictException(messageRefusals[result.error])
    }
    const { id, createdAt } = result.value
    response.status(201).header('location', `/api/workflows/${params.id}/messages`)
    return { id, text, by: audit.name, createdAt: createdAt.toISOString(), heardAt: null }
  }
}
