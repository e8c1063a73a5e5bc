import type { HttpContext } from '@adonisjs/core/http'
import { legalDocuments } from '#accounts/services/legal_documents'

/** What somebody who does not agree still needs: to confirm that it is them, to take their data, and to go. */
const open: readonly unknown[] = [
  'consents.create',
  'confirmations.create',
  'privacy.show',
  'data_exports.show',
  'impersonations.destroy',
]

/**
 * Leads whoever has not accepted the present terms and privacy notice to where that is asked, from the next page
 * they open, once. What pages load and send goes on, so that nothing typed is lost.
 *
 * @returns whether the request was answered
 */
export function demandConsent(ctx: HttpContext): boolean {
  const { request, response, session, person } = ctx
  if (ctx.actsAs || person.acceptedVersion === legalDocuments().version) return false
  const wantsPage = request.header('accept')?.includes('text/html') || request.header('x-inertia')
  if (request.method() !== 'GET' || !wantsPage || open.includes(ctx.route?.name)) return false
  session.setIntendedUrl(request.url(true))
  response.redirect().toRoute('consents.create')
  return true
}
