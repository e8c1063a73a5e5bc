import type { HttpContext } from '@adonisjs/core/http'
import { listUsage } from '#llm/queries/list_usage'
import { sendJson } from '#shared/api/send_json'
import { paginationValidator } from '#shared/validators/pagination'

export default class ApiUsageController {
  async index({ request, response, actor }: HttpContext) {
    actor.authorize('models.read')
    const { page, perPage } = await request.validateUsing(paginationValidator)
    return sendJson(response, await listUsage(actor.teamId, page, perPage))
  }
}
