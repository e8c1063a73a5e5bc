import type { HttpContext } from '@adonisjs/core/http'
import AcceptInvitation from '#accounts/actions/accept_invitation'
import { personOf } from '#accounts/services/person'

const refusals = {
  gone: 'This invitation is not valid any more. Ask for a new one.',
  other_address: 'This invitation is for another address. Sign out, then open the link again.',
}

export default class InvitationAcceptancesController {
  /** Joins with the account that is signed in. */
  async store(ctx: HttpContext) {
    const { params, response, session, person } = ctx
    const { id, email } = person
    const by = personOf(ctx)
    const result = await new AcceptInvitation().execute({ secret: params.secret, user: { id, email }, by })
    if (!result.ok) {
      session.flash(
        'error',
        result.error.reason === 'limit' ? result.error.message : refusals[result.error.reason]
      )
      return response.redirect().toRoute('received_invitations.show', { secret: params.secret })
    }
    session.flash('success', `You are in the team ${result.value.teamName} now.`)
    session.put('team_id', result.value.teamId)
    return response.redirect().withQs({ team: result.value.teamId }).toPath('/dashboard')
  }
}
