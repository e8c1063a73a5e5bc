import type { HttpContext } from '@adonisjs/core/http'
import { showArtifact } from '#workflows/queries/show_artifact'

export default class ApiWorkflowPlansController {
  async show({ params, response, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const artifact = await showArtifact(actor.teamId, params.id, 'plan')
    response.header('content-type', 'application/json; charset=utf-8')
    return response.send(artifact.body)
  }
}
