import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { listProjects } from '#projects/queries/list_projects'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'
import AttachIssue from '#workflows/actions/attach_issue'
import CreateWorkflow from '#workflows/actions/create_workflow'
import { workflowRights } from '#workflows/policies/workflow_rights'
import { listWorkflows } from '#workflows/queries/list_workflows'
import { showWorkflow } from '#workflows/queries/show_workflow'
import WorkflowSummaryTransformer from '#workflows/transformers/workflow_summary_transformer'
import WorkflowTransformer from '#workflows/transformers/workflow_transformer'
import { createWorkflowValidator, listWorkflowsValidator } from '#workflows/validators/workflow'

export default class WorkflowsController {
  async index({ request, response, inertia, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const filter = await request.validateUsing(listWorkflowsValidator)
    const [page, projects] = await Promise.all([
      listWorkflows(actor.teamId, { ...filter, projectId: filter.project }),
      listProjects(actor.teamId, 1, 100),
    ])
    if (page.meta.page > page.meta.lastPage)
      return response
        .redirect()
        .withQs({ ...request.qs(), page: page.meta.lastPage })
        .toPath('/workflows')
    return inertia.render('workflows/index', {
      workflows: WorkflowSummaryTransformer.transform(page.data),
      meta: page.meta,
      filter: {
        project: filter.project ?? null,
        status: filter.status ?? null,
        outcome: filter.outcome ?? null,
      },
      projects: projects.data.map(({ id, name }) => ({ id, name })),
    })
  }

  async store({ request, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { projectId, task, formToken, issue } = await request.validateUsing(createWorkflowValidator)
    const result = await new CreateWorkflow().execute({
      teamId: actor.teamId,
      ...actor.author,
      projectId,
      task,
      idempotencyKey: formToken,
    })
    if (!result.ok && result.error === 'project_not_found') throw new NotFoundException('project')
    if (!result.ok)
      throw fieldError('task', 'This form has started another task before. Reload the page and run it again.')
    const { id } = result.value
    if (issue) {
      await new AttachIssue().execute({ teamId: actor.teamId, projectId, workflowId: id, number: issue })
    }
    return response.redirect().toRoute('workflows.show', { id })
  }

  async show({ params, inertia, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const workflow = await showWorkflow(actor.teamId, params.id)
    return inertia.render('workflows/show', {
      workflow: WorkflowTransformer.transform(workflow),
      can: workflowRights(actor, workflow),
      formToken: randomUUID(),
    })
  }
}
