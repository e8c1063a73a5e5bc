import type { HttpContext } from '@adonisjs/core/http'
import AddProject from '#projects/actions/add_project'
import RemoveProject from '#projects/actions/remove_project'
import UpdateProject from '#projects/actions/update_project'
import { listConnections } from '#projects/queries/list_connections'
import { listProjects } from '#projects/queries/list_projects'
import { showProject } from '#projects/queries/show_project'
import ConnectionTransformer from '#projects/transformers/connection_transformer'
import ProjectSummaryTransformer from '#projects/transformers/project_summary_transformer'
import ProjectTransformer from '#projects/transformers/project_transformer'
import { createProjectValidator, updateProjectValidator } from '#projects/validators/project'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'
import { paginationValidator } from '#shared/validators/pagination'

export default class ProjectsController {
  async index({ request, response, inertia, actor }: HttpContext) {
    actor.authorize('projects.read')
    const { page = 1, perPage } = await request.validateUsing(paginationValidator)
    const list = await listProjects(actor.teamId, page, perPage)
    if (page > list.meta.lastPage)
      return response.redirect().withQs({ page: list.meta.lastPage }).toPath('/projects')
    return inertia.render('projects/index', {
      projects: ProjectSummaryTransformer.transform(list.data),
      meta: list.meta,
      can: { manage: actor.can('projects.manage') },
    })
  }

  async create({ inertia, actor }: HttpContext) {
    actor.authorize('projects.manage')
    return inertia.render('projects/create', {
      connections: ConnectionTransformer.transform(await listConnections(actor.teamId)),
      can: { connect: actor.can('connections.manage') },
    })
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
    return response.redirect().toRoute('projects.show', { id: result.value.id })
  }

  async edit({ params, inertia, actor }: HttpContext) {
    actor.authorize('projects.manage')
    const project = await showProject(actor.teamId, params.id)
    return inertia.render('projects/edit', { project: ProjectTransformer.transform(project) })
  }

  async update({ params, request, response, session, actor }: HttpContext) {
    actor.authorize('projects.manage')
    const input = await request.validateUsing(updateProjectValidator)
    const result = await new UpdateProject().execute({
      ...input,
      teamId: actor.teamId,
      id: params.id,
      by: actor.audit,
    })
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('project')
    if (!result.ok)
      throw fieldError('name', 'Another project of this team has that name. Choose a different one.')
    session.flash('success', 'Project saved.')
    return response.redirect().toRoute('projects.show', { id: params.id })
  }

  async destroy({ params, response, session, actor }: HttpContext) {
    actor.authorize('projects.manage')
    const result = await new RemoveProject().execute({
      teamId: actor.teamId,
      id: params.id,
      by: actor.audit,
    })
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('project')
    if (!result.ok) {
      session.flash(
        'error',
        'A workflow of this project is still running. Cancel it, or wait for its end, then remove the project.'
      )
      return response.redirect().toRoute('projects.edit', { id: params.id })
    }
    session.flash('success', 'Project removed.')
    return response.redirect().toRoute('projects.index')
  }
}
