import type { HttpContext } from '@adonisjs/core/http'
import StartBenchmark from '#workflows/actions/start_benchmark'
import { benchmarkRefused } from '#workflows/services/benchmark_refused'
import { benchmarkValidator } from '#workflows/validators/benchmark'

export default class BenchmarksController {
  async store({ request, response, session, actor }: HttpContext) {
    actor.authorize('models.manage')
    actor.authorize('workflows.run')
    const { capMicros = null, ...input } = await request.validateUsing(benchmarkValidator)
    const { teamId, userId, audit: by } = actor
    const result = await new StartBenchmark().execute({ teamId, userId, by, capMicros, ...input })
    if (!result.ok) throw benchmarkRefused(result.error)
    session.flash('success', `${result.value.workflows} workflows are queued. Nothing of them is pushed.`)
    return response.redirect().toPath('/models')
  }
}
