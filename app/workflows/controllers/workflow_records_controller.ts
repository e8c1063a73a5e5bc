import type { HttpContext } from '@adonisjs/core/http'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'
import { err } from '#shared/result'
import ImportRecord from '#workflows/actions/import_record'
import { exportRecord } from '#workflows/queries/export_record'
import { recordRefusals, sealRecord } from '#workflows/services/record_file'
import { recordText } from '#workflows/services/record_upload'

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
    const file = await uploaded(request)
    if (!file.ok) throw fieldError('record', recordRefusals[file.error])
    const { teamId, userId, audit } = actor
    const result = await new ImportRecord().execute({
      teamId,
      userId,
      actor: audit,
      projectId: params.id,
      file: file.value,
    })
    if (!result.ok) {
      if (result.error === 'not_found') throw new NotFoundException('project')
      throw fieldError('record', recordRefusals[result.error])
    }
    return response.redirect().toRoute('workflows.show', { id: result.value.id })
  }
}

/** Read as it comes in: no file of a stranger is written to the disk. */
async function uploaded(request: HttpContext['request']) {
  let file: Awaited<ReturnType<typeof recordText>> = err('unreadable')
  if (!request.is(['multipart'])) return file
  request.multipart.onFile('record', {}, async (part) => {
    file = await recordText(part)
  })
  await request.multipart.process({ limit: '21mb' })
  return file as Awaited<ReturnType<typeof recordText>>
}
