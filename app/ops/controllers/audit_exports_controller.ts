import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { withTeam } from '#accounts/services/tenancy'
import { allAuditEntries } from '#ops/queries/list_audit_entries'
import { auditCsv, auditJson } from '#ops/services/audit_export'
import { exportAuditValidator } from '#ops/validators/audit'
import { recordAudit } from '#shared/audit/record'

const mediaTypes = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

export default class AuditExportsController {
  /** The whole trail, or what a filter leaves of it, as a file; that somebody took it is part of the trail. */
  async show({ request, response, actor }: HttpContext) {
    actor.authorize('audit.read')
    const { format, ...filter } = await request.validateUsing(exportAuditValidator)
    const { teamId } = actor
    await withTeam(teamId, (trx) =>
      recordAudit(trx, { teamId, actor: actor.audit, action: 'audit.exported', details: { format } })
    )
    const rows = allAuditEntries(teamId, filter)
    const today = new Date().toISOString().slice(0, 10)
    response.header('content-type', mediaTypes[format])
    response.header('content-disposition', `attachment; filename="audit-trail-${today}.${format}"`)
    response.header('cache-control', 'no-store')
    return response.stream(Readable.from(format === 'csv' ? auditCsv(rows) : auditJson(rows)))
  }
}
