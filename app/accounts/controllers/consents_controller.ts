import type { HttpContext } from '@adonisjs/core/http'
import AcceptDocuments from '#accounts/actions/accept_documents'
import { legalDocuments } from '#accounts/services/legal_documents'
import { auditOf } from '#accounts/sessions/sign_in'
import { consentValidator, refuseOldVersion } from '#accounts/validators/consent'

export default class ConsentsController {
  /** Asks whoever has not accepted the present texts. */
  async create({ inertia, person, response, session }: HttpContext) {
    const { version } = legalDocuments()
    if (person.acceptedVersion === version)
      return response.redirect().toPath(session.pullIntendedUrl() ?? '/dashboard')
    return inertia.render('auth/consent', { version, again: person.acceptedVersion !== null })
  }

  async store(ctx: HttpContext) {
    const { request, response, session, person } = ctx
    const { terms: version } = await request.validateUsing(consentValidator)
    refuseOldVersion(version)
    const consent = { version, via: 'asked' as const, address: request.ip() }
    await new AcceptDocuments().execute({ userId: person.id, consent, by: auditOf(person, ctx) })
    return response.redirect().toPath(session.pullIntendedUrl() ?? '/dashboard')
  }
}
