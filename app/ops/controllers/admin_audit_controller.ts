import type { HttpContext } from '@adonisjs/core/http'
import { listOperatorActs } from '#ops/queries/admin_lists'

const MOST = 200

export default class AdminAuditController {
  async index({ inertia }: HttpContext) {
    return inertia.render('admin/audit', { entries: await listOperatorActs(MOST) })
  }
}
