import type { HttpContext } from '@adonisjs/core/http'
import { listAuditEntries } from '#ops/queries/list_audit_entries'
import { listAuditValidator } from '#ops/validators/audit'
import { sendJson } from '#shared/api/send_json'

export default class ApiAuditEntriesController {
  async index({ request, response, actor }: HttpContext) {
    actor.authorize('audit.read')
    const { page, perPage, ...filter } = await request.validateUsing(listAuditValidator)
    return sendJson(response, await listAuditEntries(actor.teamId, filter, page, perPage))
  }
}
