import type { HttpContext } from '@adonisjs/core/http'
import SetBudget from '#llm/actions/set_budget'
import { listBudgets } from '#llm/queries/list_budgets'
import ProjectBudgetTransformer from '#llm/transformers/project_budget_transformer'
import { budgetValidator } from '#llm/validators/policies'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class BudgetsController {
  async index({ inertia, actor }: HttpContext) {
    actor.authorize('models.read')
    const { projects, ...budgets } = await listBudgets(actor.teamId)
    return inertia.render('settings/budgets', {
      budgets,
      projects: ProjectBudgetTransformer.transform(projects),
      can: { manage: actor.can('models.manage') },
    })
  }

  async store({ request, response, session, actor }: HttpContext) {
    actor.authorize('models.manage')
    const { projectId = null, workflowId = null, ...input } = await request.validateUsing(budgetValidator)
    const { teamId, userId, audit: by } = actor
    const result = await new SetBudget().execute({ teamId, userId, by, projectId, workflowId, ...input })
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('project')
    if (!result.ok) throw fieldError('scope', 'A limit is for the team, one project, or one workflow.')
    session.flash('success', input.limitMicros === null ? 'Limit removed.' : 'Limit saved.')
    return response.redirect().back()
  }
}
