import type { HttpContext } from '@adonisjs/core/http'
import ReplayJobs from '#ops/actions/replay_jobs'
import { countJobs, listDeadJobs } from '#ops/queries/job_lists'
import { replayValidator } from '#ops/validators/admin'
import NotFoundException from '#shared/exceptions/not_found_exception'

const MOST = 100

export default class ApiAdminQueueController {
  async show() {
    const [counts, dead] = await Promise.all([countJobs(), listDeadJobs(MOST)])
    return { counts, dead }
  }

  /** Gives one dead job, or all of them, another round of attempts. */
  async store({ request, operator }: HttpContext) {
    const { id } = await request.validateUsing(replayValidator)
    const replayed = await new ReplayJobs().execute({ id, by: operator })
    if (id && replayed === 0) throw new NotFoundException('dead job')
    return { replayed }
  }
}
