import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { teamTotals } from '#ops/queries/team_totals'
import { listProjects } from '#projects/queries/list_projects'
import ProjectSummaryTransformer from '#projects/transformers/project_summary_transformer'
import { listWorkflows } from '#workflows/queries/list_workflows'
import { recipeList } from '#workflows/queries/recipe_list'
import WorkflowSummaryTransformer from '#workflows/transformers/workflow_summary_transformer'

export default class DashboardController {
  async show({ inertia, response, actor }: HttpContext) {
    // Who does the bills comes here after signing in, and has no code to look at.
    if (!actor.can('workflows.read') && actor.can('billing.read')) {
      return response.redirect().toRoute('billing.show')
    }
    actor.authorize('workflows.read')
    const [workflows, projects, totals, capabilities] = await Promise.all([
      listWorkflows(actor.teamId, { perPage: 8 }),
      listProjects(actor.teamId, 1, 100),
      teamTotals(actor.teamId),
      recipeList(actor.teamId),
    ])
    return inertia.render('dashboard/show', {
      workflows: WorkflowSummaryTransformer.transform(workflows.data),
      projects: ProjectSummaryTransformer.transform(projects.data),
      totals,
      capabilities,
      formToken: randomUUID(),
      can: { run: actor.can('workflows.run'), manage: actor.can('projects.manage') },
    })
  }
}
