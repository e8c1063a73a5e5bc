import type { HttpContext } from '@adonisjs/core/http'
import { paginationValidator } from '#shared/validators/pagination'
import { listExchanges } from '#workflows/queries/list_exchanges'
import { showExchange } from '#workflows/queries/show_exchange'

export default class ApiWorkflowExchangesController {
  async index({ params, request, actor }: HttpContext) {
    actor.authorize('workflows.read')
    return listExchanges(actor.teamId, params.id, await request.validateUsing(paginationValidator))
  }

  async show({ params, actor }: HttpContext) {
    actor.authorize('workflows.read')
    return showExchange(actor.teamId, params.id, params.exchangeId)
  }
}
