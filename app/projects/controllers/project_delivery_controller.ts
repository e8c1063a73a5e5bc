import type { HttpContext } from '@adonisjs/core/http'
import ChangeDelivery from '#projects/actions/change_delivery'
import { deliverySettings } from '#projects/queries/delivery_settings'
import { deliveryValidator } from '#projects/validators/delivery'

export default class ProjectDeliveryController {
  async edit({ params, inertia, actor }: HttpContext) {
    actor.authorize('projects.manage')
    return inertia.render('projects/delivery', { project: await deliverySettings(actor.teamId, params.id) })
  }

  async update({ params, request, response, session, actor }: HttpContext) {
    actor.authorize('projects.manage')
    const settings = await request.validateUsing(deliveryValidator)
    await new ChangeDelivery().execute({
      teamId: actor.teamId,
      projectId: params.id,
      settings,
      by: actor.audit,
    })
    session.flash('success', 'The settings count from the next workflow on.')
    return response.redirect().toRoute('project_delivery.edit', { id: params.id })
  }
}
