import type { HttpContext } from '@adonisjs/core/http'
import { compareWorkflows } from '#workflows/queries/compare_workflows'
import WorkflowComparisonTransformer from '#workflows/transformers/workflow_comparison_transformer'
import { comparisonValidator } from '#workflows/validators/steering'

export default class WorkflowComparisonsController {
  async show({ request, inertia, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const { a, b } = await request.validateUsing(comparisonValidator)
    const comparison = await compareWorkflows(actor.teamId, a, b)
    return inertia.render('workflows/compare', {
      comparison: WorkflowComparisonTransformer.transform(comparison),
    })
  }
}
