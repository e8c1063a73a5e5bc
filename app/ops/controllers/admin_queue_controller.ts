import type { HttpContext } from '@adonisjs/core/http'
import { countJobs, listDeadJobs } from '#ops/queries/job_lists'

const MOST = 100

export default class AdminQueueController {
  async show({ inertia }: HttpContext) {
    const [counts, dead] = await Promise.all([countJobs(), listDeadJobs(MOST)])
    return inertia.render('admin/queue', { counts, dead })
  }
}
