import type { HttpContext } from '@adonisjs/core/http'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'
import { ok } from '#shared/result'
import ImportRecord from '#workflows/actions/import_record'
import { exportRecord } from '#workflows/queries/export_record'
import { recordRefusals, sealRecord } from '#workflows/services/record_file'
import { recordText } from '#workflows/services/record_upload'
import { apiRecordValidator } from '#workflows/validators/record'

export default class ApiWorkflowRecordsController {
  async show({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const record = await sealRecord(await exportRecord(actor.teamId, params.id))
    if (request.accepts(['json', 'application/jose']) !== 'application/jose') return { record }
    response.header('content-type', 'application/jose')
    return response.send(record)
  }

  async store({ request, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { projectId, record } = await request.validateUsing(apiRecordValidator)
    const file = record === undefined ? await recordText(request.request) : ok(record)
    if (!file.ok) throw new ConflictException(recordRefusals[file.error])
    const { teamId, userId, audit } = actor
    const input = { teamId, userId, actor: audit, projectId, file: file.value }
    const result = await new ImportRecord().execute(input)
    if (!result.ok) {
      if (result.error === 'not_found') throw new NotFoundException('project')
      throw new ConflictException(recordRefusals[result.error])
    }
    const { id, number } = result.value
    response.status(201).header('location', `/api/workflows/${id}`)
    return { id, number }
  }
}
