import type { HttpContext } from '@adonisjs/core/http'
import { showArtifact } from '#workflows/queries/show_artifact'
import { apiAttemptValidator } from '#workflows/validators/api_workflow'

export default class ApiWorkflowVerdictsController {
  async show({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const { attempt } = await request.validateUsing(apiAttemptValidator)
    const artifact = await showArtifact(actor.teamId, params.id, 'verdict', { attempt })
    response.header('content-type', 'application/json; charset=utf-8')
    return response.send(artifact.body)
  }
}
