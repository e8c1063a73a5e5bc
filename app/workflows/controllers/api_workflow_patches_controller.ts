import type { HttpContext } from '@adonisjs/core/http'
import { showArtifact } from '#workflows/queries/show_artifact'
import { apiPatchValidator } from '#workflows/validators/api_workflow'

const stored = {
  diff: { kind: 'patch', file: 'patch.diff' },
  mail: { kind: 'mail', file: 'change.patch' },
} as const

export default class ApiWorkflowPatchesController {
  /** The change as a unified diff, or as a mail that `git am` applies with author and message. */
  async show({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const { format = 'diff', attempt } = await request.validateUsing(apiPatchValidator)
    const { kind, file } = stored[format]
    const artifact = await showArtifact(actor.teamId, params.id, kind, { attempt })
    response.header('content-type', 'text/x-diff; charset=utf-8')
    response.header('content-disposition', `attachment; filename="${file}"`)
    return response.send(artifact.body)
  }
}
