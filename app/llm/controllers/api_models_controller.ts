import type { HttpContext } from '@adonisjs/core/http'
import { modelStats } from '#llm/queries/model_stats'
import { modelStatsValidator } from '#llm/validators/model_stats'

export default class ApiModelsController {
  async index({ request, actor }: HttpContext) {
    actor.authorize('models.read')
    const { days = 90 } = await request.validateUsing(modelStatsValidator)
    return { data: await modelStats(actor.teamId, days) }
  }
}
