import type { HttpContext } from '@adonisjs/core/http'
import { fieldError } from '#shared/exceptions/field_error'
import StartBenchmark from '#workflows/actions/start_benchmark'
import { benchmarkValidator } from '#workflows/validators/benchmark'

export default class BenchmarksController {
  async store({ request, response, session, actor }: HttpContext) {
    actor.authorize('models.manage')
    actor.authorize('workflows.run')
    const input = await request.validateUsing(benchmarkValidator)
    const { teamId, userId, audit: by } = actor
    const result = await new StartBenchmark().execute({ teamId, userId, by, ...input })
    if (!result.ok) {
      const { error } = result
      throw error === 'no_tasks'
        ? fieldError('tasks', 'No task of your team was done by a model yet, so there is nothing to repeat.')
        : fieldError('models', `There is no key for ${error.unknownModel}.`)
    }
    session.flash('success', `${result.value.workflows} workflows are queued. Nothing of them is pushed.`)
    return response.redirect().toPath('/models')
  }
}
