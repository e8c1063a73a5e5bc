import type { HttpContext } from '@adonisjs/core/http'
import NotFoundException from '#shared/exceptions/not_found_exception'
import { type ArtifactKind, artifactKinds } from '#workflows/enums/workflow_event'
import { showArtifact } from '#workflows/queries/show_artifact'
import { artifactValidator } from '#workflows/validators/workflow'

const downloads: Partial<Record<ArtifactKind, string>> = { patch: 'patch.diff', mail: 'change.patch' }

export default class WorkflowArtifactsController {
  async show({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.read')
    if (!artifactKinds.includes(params.kind)) throw new NotFoundException('artifact')
    const { artifact: id } = await request.validateUsing(artifactValidator)
    const artifact = await showArtifact(actor.teamId, params.id, params.kind, { id })
    response.header('content-type', artifact.mediaType)
    const file = downloads[params.kind as ArtifactKind]
    if (file) response.header('content-disposition', `attachment; filename="${file}"`)
    return response.send(artifact.body)
  }
}
