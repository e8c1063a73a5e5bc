import type { HttpContext } from '@adonisjs/core/http'
import Redeliver from '#projects/actions/redeliver'
import { listDeliveries } from '#projects/queries/list_deliveries'
import { showProject } from '#projects/queries/show_project'
import { showProjectHost } from '#projects/queries/show_project_host'
import DeliveryTransformer from '#projects/transformers/delivery_transformer'
import ProjectTransformer from '#projects/transformers/project_transformer'
import NotFoundException from '#shared/exceptions/not_found_exception'
import { paginationValidator } from '#shared/validators/pagination'

/** What a project's host has told us. */
export default class DeliveriesController {
  async index({ params, request, inertia, actor }: HttpContext) {
    actor.authorize('projects.manage')
    const { page = 1, perPage } = await request.validateUsing(paginationValidator)
    const project = await showProject(actor.teamId, params.id)
    const host = await showProjectHost(actor.teamId, params.id)
    if (!host) throw new NotFoundException('project')
    const { data, meta } = await listDeliveries(actor.teamId, params.id, page, perPage)
    return inertia.render('projects/deliveries', {
      project: ProjectTransformer.transform(project),
      host,
      deliveries: DeliveryTransformer.transform(data),
      meta,
    })
  }

  async update({ params, response, session, actor }: HttpContext) {
    actor.authorize('projects.manage')
    const input = { teamId: actor.teamId, projectId: params.id, id: params.delivery, by: actor.audit }
    const result = await new Redeliver().execute(input)
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('delivery')
    if (result.ok) session.flash('success', 'The delivery is being handled once more.')
    else session.flash('error', 'There is nothing in this delivery that could be handled.')
    return response.redirect().back()
  }
}
