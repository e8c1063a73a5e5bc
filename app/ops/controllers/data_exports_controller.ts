import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { personOf } from '#accounts/services/person'
import { hashLinkSecret } from '#accounts/services/secret_link'
import RequestDataExport from '#ops/actions/request_data_export'
import { sql } from '#shared/database/sql'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class DataExportsController {
  async store(ctx: HttpContext) {
    const { person, response, session } = ctx
    await new RequestDataExport().execute({ userId: person.id, by: personOf(ctx) })
    session.flash('success', 'Your archive is being made. A link comes by mail.')
    return response.redirect().toRoute('privacy.show')
  }

  /** The link alone is not enough: a mail is read by more programs than people. */
  async show({ person, params, response }: HttpContext) {
    const { rows } = await sql<{ user_id: string; archive: Buffer }>(
      db,
      'select * from find_data_export(?)',
      [hashLinkSecret(params.secret)]
    )
    const found = rows[0]
    if (!found || found.user_id !== person.id) throw new NotFoundException('archive')
    response.header('content-type', 'application/zip')
    response.header('content-disposition', 'attachment; filename="agentops-data.zip"')
    response.header('cache-control', 'no-store')
    return response.send(found.archive)
  }
}
