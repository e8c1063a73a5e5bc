import type { HttpContext } from '@adonisjs/core/http'
import AddProject from '#projects/actions/add_project'
import RemoveProject from '#projects/actions/remove_project'
import { listProjects } from '#projects/queries/list_projects'
import { showProject } from '#projects/queries/show_project'
import { createProjectValidator } from '#projects/validators/project'
import { sendJson } from '#shared/api/send_json'
import ConflictException from '#shared/exceptions/conflict_exception'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'
import { paginationValidator } from '#shared/validators/pagination'

export default class ApiProjectsController {
  async index({ request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const { page, perPage } = await request.validateUsing(paginationValidator)
    return sendJson(response, await listProjects(actor.teamId, page, perPage))
  }

  async store({ request, response, actor }: HttpContext) {
    actor.authorize('projects.manage')
    const input = await request.validateUsing(createProjectValidator)
    const result = await new AddProject().execute({
      ...input,
      teamId: actor.teamId,
      userId: actor.userId,
      by: actor.audit,
    })
    if (!result.ok) throw fieldError(result.error.field, result.error.message)
    response.status(201).header('location', `/api/projects/${result.value.id}`)
    return showProject(actor.teamId, result.value.id)
  }

  async show({ params, actor }: HttpContext) {
    actor.authorize('projects.read')
    return showProject(actor.teamId, params.id)
  }

  async destroy({ params, response, actor }: HttpContext) {
    actor.authorize('projects.manage')
    const result = await new RemoveProject().execute({
      teamId: actor.teamId,
      id: params.id,
      by: actor.audit,
    })
    if (result.ok) return response.noContent()
    if (result.error === 'not_found') throw new NotFoundException('project')
    throw new ConflictException(
      'A workflow of this project is still running. Cancel it, or wait for its end, then remove the project.'
    )
  }
}
