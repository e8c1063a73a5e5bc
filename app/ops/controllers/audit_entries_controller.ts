import type { HttpContext } from '@adonisjs/core/http'
import { auditActions, listAuditEntries } from '#ops/queries/list_audit_entries'
import { listAuditValidator } from '#ops/validators/audit'

const day = (date: Date | undefined) => date?.toISOString().slice(0, 10) ?? ''

export default class AuditEntriesController {
  async index({ request, inertia, actor }: HttpContext) {
    actor.authorize('audit.read')
    const { page = 1, perPage = 50, ...filter } = await request.validateUsing(listAuditValidator)
    const [entries, actions] = await Promise.all([
      listAuditEntries(actor.teamId, filter, page, perPage),
      auditActions(actor.teamId),
    ])
    return inertia.render('settings/audit', {
      entries: entries.data.map((entry) => ({ ...entry })),
      meta: entries.meta,
      actions,
      filter: {
        actor: filter.actor ?? '',
        action: filter.action ?? '',
        from: day(filter.from),
        to: day(filter.to),
      },
    })
  }
}
