import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'
import ImportRecord from '#workflows/actions/import_record'
import { exportRecord } from '#workflows/queries/export_record'
import { sealRecord } from '#workflows/services/record_file'
import { recordValidator } from '#workflows/validators/record'

export default class WorkflowRecordsController {
  async show({ params, response, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const record = await exportRecord(actor.teamId, params.id)
    response.header('content-type', 'application/jose')
    response.header('content-disposition', `attachment; filename="workflow-${record.number}.jws"`)
    return response.send(await sealRecord(record))
  }

  async store({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { record } = await request.validateUsing(recordValidator)
    const { teamId, userId, audit } = actor
    const file = await readFile(record.tmpPath!, 'utf8')
    const result = await new ImportRecord().execute({
      teamId,
      userId,
      actor: audit,
      projectId: params.id,
      file,
    })
    if (!result.ok) {
      if (result.error === 'not_found') throw new NotFoundException('project')
      throw fieldError(
        'record',
        'This is not a record that this installation has signed, or it was changed since. Export it again.'
      )
    }
    return response.redirect().toRoute('workflows.show', { id: result.value.id })
  }
}
