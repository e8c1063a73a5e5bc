import type { HttpContext } from '@adonisjs/core/http'
import { workflowReceipt } from '#llm/queries/workflow_receipt'

/** Beside the viewer, and in the API. */
export default class WorkflowReceiptsController {
  async show({ params, actor }: HttpContext) {
    actor.authorize('workflows.read')
    return workflowReceipt(actor.teamId, params.id)
  }
}
