import type { HttpContext } from '@adonisjs/core/http'
import { legalDocuments } from '#accounts/services/legal_documents'
import env from '#start/env'

/** Under addresses of our own, whoever wrote the texts: links to them never change. */
export default class LegalDocumentsController {
  async terms({ inertia, response }: HttpContext) {
    const { termsUrl, version } = legalDocuments()
    if (termsUrl) return response.redirect().toPath(termsUrl)
    return inertia.render('legal/terms', { version, contact: env.get('OPERATOR_CONTACT') ?? null })
  }

  async privacy({ inertia, response }: HttpContext) {
    const { privacyUrl, version } = legalDocuments()
    if (privacyUrl) return response.redirect().toPath(privacyUrl)
    return inertia.render('legal/privacy', { version, contact: env.get('OPERATOR_CONTACT') ?? null })
  }
}
