import type { HttpContext } from '@adonisjs/core/http'
import { ACCOUNT_GRACE_DAYS } from '#accounts/services/grace_period'
import { EXPORT_DAYS } from '#ops/actions/make_data_export'
import { listDataExports } from '#ops/queries/list_data_exports'

export default class PrivacyController {
  async show({ inertia, actor }: HttpContext) {
    return inertia.render('settings/privacy', {
      exports: await listDataExports(actor.personId),
      exportDays: EXPORT_DAYS,
      graceDays: ACCOUNT_GRACE_DAYS,
    })
  }
}
