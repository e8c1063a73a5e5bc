import type { HttpContext } from '@adonisjs/core/http'
import AcceptInvitation from '#accounts/actions/accept_invitation'
import RegisterUser from '#accounts/actions/register_user'
import { findInvitation } from '#accounts/queries/find_invitation'
import { auditOf, completeSignIn } from '#accounts/sessions/sign_in'
import { refuseOldVersion } from '#accounts/validators/consent'
import { invitedAccountValidator } from '#accounts/validators/team'
import { refuseGuessable } from '#accounts/validators/user'

export default class InvitedAccountsController {
  /** A new account for the invited address, which the link has verified, and the membership with it. */
  async store(ctx: HttpContext) {
    const { params, request, response, session } = ctx
    const invitation = await findInvitation(params.secret)
    if (!invitation || invitation.hasAccount || ctx.auth.user) {
      return response.redirect().toRoute('received_invitations.show', { secret: params.secret })
    }
    const { email } = invitation
    const { fullName, password, terms } = await request.validateUsing(invitedAccountValidator)
    refuseOldVersion(terms)
    await refuseGuessable(password, [email, fullName])
    const consent = { version: terms, via: 'invitation' as const, address: request.ip() }
    const { user } = await new RegisterUser().execute({ fullName, password, email, verified: true, consent })
    const by = auditOf(user, ctx)
    const result = await new AcceptInvitation().execute({ secret: params.secret, user, by })
    await completeSignIn(ctx, user, { method: 'sign_up' })
    if (result.ok) {
      session.put('team_id', result.value.teamId)
      return response.redirect().withQs({ team: result.value.teamId }).toPath('/dashboard')
    }
    const gone = 'The invitation has been taken back meanwhile. Your account is there.'
    session.flash('error', result.error.reason === 'limit' ? result.error.message : gone)
    return response.redirect().toPath('/dashboard')
  }
}
