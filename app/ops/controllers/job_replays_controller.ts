import type { HttpContext } from '@adonisjs/core/http'
import ReplayJobs from '#ops/actions/replay_jobs'
import { operatorOf } from '#ops/services/operator_audit'
import { replayValidator } from '#ops/validators/admin'

export default class JobReplaysController {
  async store(ctx: HttpContext) {
    const { id } = await ctx.request.validateUsing(replayValidator)
    const jobs = await new ReplayJobs().execute({ id, by: operatorOf(ctx) })
    if (jobs === 0) ctx.session.flash('error', 'No such job is dead any more.')
    else ctx.session.flash('success', jobs === 1 ? 'The job runs again.' : `${jobs} jobs run again.`)
    return ctx.response.redirect().toRoute('admin_queue.show')
  }
}
