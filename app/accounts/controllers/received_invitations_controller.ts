import type { HttpContext } from '@adonisjs/core/http'
import { findInvitation } from '#accounts/queries/find_invitation'
import { legalDocuments } from '#accounts/services/legal_documents'

export default class ReceivedInvitationsController {
  /** What the link in the mail shows: by whom, to which team, as what, and the way in that fits the reader. */
  async show({ params, inertia, auth, response, session }: HttpContext) {
    response.header('cache-control', 'no-store')
    const invitation = await findInvitation(params.secret)
    const user = auth.user
    if (!invitation)
      return inertia.render('auth/invitation', {
        invitation: null,
        way: 'none' as const,
        secret: '',
        version: '',
      })
    const { teamName, email, role, inviterName, expiresAt, hasAccount } = invitation
    const signedInAsInvited = user?.email.toLowerCase() === email.toLowerCase()
    const way = user
      ? signedInAsInvited
        ? ('accept' as const)
        : ('other_account' as const)
      : hasAccount
        ? ('sign_in' as const)
        : ('new_account' as const)
    if (way === 'sign_in') session.setIntendedUrl(`/invitations/${params.secret}`)
    return inertia.render('auth/invitation', {
      secret: params.secret as string,
      way,
      version: legalDocuments().version,
      invitation: { teamName, email, role, inviterName, expiresAt: expiresAt.toISOString() },
    })
  }
}
