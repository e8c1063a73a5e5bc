import type { HttpContext } from '@adonisjs/core/http'
import { listConsents } from '#accounts/queries/list_consents'
import { ACCOUNT_GRACE_DAYS } from '#accounts/services/grace_period'
import { EXPORT_DAYS } from '#ops/actions/make_data_export'
import { listDataExports } from '#ops/queries/list_data_exports'

export default class PrivacyController {
  async show({ inertia, person }: HttpContext) {
    return inertia.render('settings/privacy', {
      consents: await listConsents(person.id),
      exports: await listDataExports(person.id),
      exportDays: EXPORT_DAYS,
      graceDays: ACCOUNT_GRACE_DAYS,
    })
  }
}
