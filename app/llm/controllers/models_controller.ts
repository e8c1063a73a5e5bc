import type { HttpContext } from '@adonisjs/core/http'
import { availableModels } from '#llm/queries/available_models'
import { currentPolicy } from '#llm/queries/current_policy'
import { listBenchmarks } from '#llm/queries/list_benchmarks'
import { modelStats } from '#llm/queries/model_stats'
import BenchmarkTransformer from '#llm/transformers/benchmark_transformer'
import ModelStatTransformer from '#llm/transformers/model_stat_transformer'
import { modelStatsValidator } from '#llm/validators/model_stats'

const DAYS = 90

export default class ModelsController {
  async index({ request, inertia, actor }: HttpContext) {
    actor.authorize('models.read')
    const { days = DAYS } = await request.validateUsing(modelStatsValidator)
    const [stats, capabilities, current, benchmarks] = await Promise.all([
      modelStats(actor.teamId, days),
      availableModels(actor.teamId),
      currentPolicy(actor.teamId, null),
      listBenchmarks(actor.teamId),
    ])
    return inertia.render('models/index', {
      stats: ModelStatTransformer.transform(stats),
      days,
      models: capabilities?.models.map(({ ref }) => ref) ?? [],
      policy: current,
      benchmarks: BenchmarkTransformer.transform(benchmarks),
      can: {
        manage: actor.can('models.manage'),
        run: actor.can('workflows.run') && actor.can('models.manage'),
      },
    })
  }
}
