import type { HttpContext } from '@adonisjs/core/http'
import { sendJson } from '#shared/api/send_json'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'
import AttachIssue from '#workflows/actions/attach_issue'
import CreateWorkflow from '#workflows/actions/create_workflow'
import { listWorkflows } from '#workflows/queries/list_workflows'
import { showWorkflow } from '#workflows/queries/show_workflow'
import { apiCreateWorkflowValidator } from '#workflows/validators/api_workflow'
import { listWorkflowsValidator } from '#workflows/validators/workflow'

export default class ApiWorkflowsController {
  async index({ request, response, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const { project, ...filter } = await request.validateUsing(listWorkflowsValidator)
    return sendJson(response, await listWorkflows(actor.teamId, { ...filter, projectId: project }))
  }

  async store({ request, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { projectId, task, headers, issue } = await request.validateUsing(apiCreateWorkflowValidator)
    const result = await new CreateWorkflow().execute({
      teamId: actor.teamId,
      ...actor.author,
      projectId,
      task,
      idempotencyKey: headers['idempotency-key'] ?? null,
    })
    if (!result.ok && result.error === 'project_not_found') throw new NotFoundException('project')
    if (!result.ok)
      throw new ConflictException('This Idempotency-Key has been used for another request. Send a new one.')
    const { created, ...workflow } = result.value
    if (issue) {
      const about = { teamId: actor.teamId, projectId, workflowId: workflow.id, number: issue }
      await new AttachIssue().execute(about)
    }
    response.status(created ? 201 : 200).header('location', `/api/workflows/${workflow.id}`)
    return sendJson(response, { ...workflow, projectId, task })
  }

  async show({ params, actor }: HttpContext) {
    actor.authorize('workflows.read')
    return showWorkflow(actor.teamId, params.id)
  }
}
