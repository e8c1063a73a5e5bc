import type { HttpContext } from '@adonisjs/core/http'
import { listBenchmarks } from '#llm/queries/list_benchmarks'
import StartBenchmark from '#workflows/actions/start_benchmark'
import { benchmarkRefused } from '#workflows/services/benchmark_refused'
import { benchmarkValidator } from '#workflows/validators/benchmark'

export default class ApiBenchmarksController {
  async index({ actor }: HttpContext) {
    actor.authorize('models.read')
    return { data: await listBenchmarks(actor.teamId) }
  }

  async store({ request, response, actor }: HttpContext) {
    actor.authorize('models.manage')
    actor.authorize('workflows.run')
    const { capMicros = null, ...input } = await request.validateUsing(benchmarkValidator)
    const { teamId, userId, audit: by } = actor
    const result = await new StartBenchmark().execute({ teamId, userId, by, capMicros, ...input })
    if (!result.ok) throw benchmarkRefused(result.error)
    return response.status(201).send(result.value)
  }
}
