import type { HttpContext } from '@adonisjs/core/http'
import ChangeDelivery from '#projects/actions/change_delivery'
import { deliverySettings } from '#projects/queries/delivery_settings'
import { deliveryValidator } from '#projects/validators/delivery'

export default class ApiProjectDeliveryController {
  async show({ params, actor }: HttpContext) {
    actor.authorize('projects.read')
    return deliverySettings(actor.teamId, params.id)
  }

  async update({ params, request, actor }: HttpContext) {
    actor.authorize('projects.manage')
    const settings = await request.validateUsing(deliveryValidator)
    await new ChangeDelivery().execute({
      teamId: actor.teamId,
      projectId: params.id,
      settings,
      by: actor.audit,
    })
    return deliverySettings(actor.teamId, params.id)
  }
}
