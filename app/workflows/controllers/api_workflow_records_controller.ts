import type { HttpContext } from '@adonisjs/core/http'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'
import ImportRecord from '#workflows/actions/import_record'
import { exportRecord } from '#workflows/queries/export_record'
import { sealRecord } from '#workflows/services/record_file'
import { apiRecordValidator } from '#workflows/validators/record'

export default class ApiWorkflowRecordsController {
  async show({ params, actor }: HttpContext) {
    actor.authorize('workflows.read')
    return { record: await sealRecord(await exportRecord(actor.teamId, params.id)) }
  }

  async store({ request, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { projectId, record } = await request.validateUsing(apiRecordValidator)
    const { teamId, userId, audit } = actor
    const result = await new ImportRecord().execute({ teamId, userId, actor: audit, projectId, file: record })
    if (!result.ok) {
      if (result.error === 'not_found') throw new NotFoundException('project')
      throw new ConflictException('This installation has not signed this record, or it was changed since.')
    }
    const { id, number } = result.value
    response.status(201).header('location', `/api/workflows/${id}`)
    return { id, number }
  }
}
