import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { showProject } from '#projects/queries/show_project'
import ProjectTransformer from '#projects/transformers/project_transformer'
import { listWorkflows } from '#workflows/queries/list_workflows'
import { recipeList } from '#workflows/queries/recipe_list'
import WorkflowSummaryTransformer from '#workflows/transformers/workflow_summary_transformer'

export default class ProjectOverviewsController {
  async show({ params, inertia, actor }: HttpContext) {
    actor.authorize('projects.read')
    const project = await showProject(actor.teamId, params.id)
    const [workflows, capabilities] = await Promise.all([
      listWorkflows(actor.teamId, { projectId: project.id, perPage: 10 }),
      recipeList(actor.teamId),
    ])
    return inertia.render('projects/show', {
      project: ProjectTransformer.transform(project),
      workflows: WorkflowSummaryTransformer.transform(workflows.data),
      total: workflows.meta.total,
      capabilities,
      formToken: randomUUID(),
      can: { manage: actor.can('projects.manage'), run: actor.can('workflows.run') },
    })
  }
}
