import type { HttpContext } from '@adonisjs/core/http'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'
import RequestChanges from '#workflows/actions/request_changes'
import { changeRefusals } from '#workflows/services/requested_changes_refusals'
import { apiRequestedChangesValidator } from '#workflows/validators/steering'

export default class ApiRequestedChangesController {
  async store({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.approve')
    const { text, headers } = await request.validateUsing(apiRequestedChangesValidator)
    const { teamId, audit } = actor
    const result = await new RequestChanges().execute({
      teamId,
      workflowId: params.id,
      text,
      actor: audit,
      idempotencyKey: headers['idempotency-key'],
    })
    if (!result.ok) {
      if (result.error === 'not_found') throw new NotFoundException('workflow')
      throw new ConflictException(changeRefusals[result.error])
    }
    response.status(202).header('location', `/api/workflows/${params.id}`)
    return { id: params.id as string, changes: 'requested' as const }
  }
}
