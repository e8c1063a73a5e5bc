import type { HttpContext } from '@adonisjs/core/http'
import SetBudget from '#llm/actions/set_budget'
import { listBudgets } from '#llm/queries/list_budgets'
import { budgetValidator } from '#llm/validators/policies'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class ApiBudgetsController {
  async index({ actor }: HttpContext) {
    actor.authorize('models.read')
    return listBudgets(actor.teamId)
  }

  async update({ request, actor }: HttpContext) {
    actor.authorize('models.manage')
    const { projectId = null, workflowId = null, ...input } = await request.validateUsing(budgetValidator)
    const { teamId, userId, audit: by } = actor
    const result = await new SetBudget().execute({ teamId, userId, by, projectId, workflowId, ...input })
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('project')
    if (!result.ok) throw fieldError('scope', 'A limit is for the team, one project, or one workflow.')
    return listBudgets(teamId)
  }
}
