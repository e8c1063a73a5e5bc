import type { HttpContext } from '@adonisjs/core/http'
import { compareWorkflows } from '#workflows/queries/compare_workflows'
import { comparisonValidator } from '#workflows/validators/steering'

export default class ApiWorkflowComparisonsController {
  async show({ request, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const { a, b } = await request.validateUsing(comparisonValidator)
    return compareWorkflows(actor.teamId, a, b)
  }
}
