import type { ChangeRoleFailure } from '#accounts/actions/change_role'
import type { InviteFailure } from '#accounts/actions/invite_member'
import type { ResendFailure } from '#accounts/actions/resend_invitation'
import ConflictException from '#shared/exceptions/conflict_exception'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'

const beyond = 'You can only give and take roles whose rights you have yourself. Ask an owner.'

/** What a refused change of a member means for whoever asked; the same at pages and in the API. */
export function memberProblem(failure: ChangeRoleFailure): Error {
  switch (failure) {
    case 'not_found':
      return new NotFoundException('member')
    case 'last_owner':
      return new ConflictException('A team needs an owner. Make somebody else one first.')
    case 'beyond_own_rights':
      return new ConflictException(beyond)
  }
}

export function deliveryProblem(failure: ResendFailure): Error {
  switch (failure) {
    case 'not_found':
      return new NotFoundException('invitation')
    case 'too_soon':
      return new ConflictException('It was sent less than a minute ago. Wait a moment, then send it again.')
    case 'beyond_own_rights':
      return new ConflictException(
        'You can only invite to roles whose rights you have yourself. Ask an owner.'
      )
  }
}

export function invitationProblem(failure: InviteFailure): Error {
  switch (failure.reason) {
    case 'not_found':
      return new NotFoundException('team')
    case 'already_member':
      return fieldError('email', 'This person is in the team already.')
    case 'already_invited':
      return fieldError('email', 'This person has an invitation already. Send it again from the list.')
    case 'beyond_own_rights':
      return fieldError('role', beyond)
    case 'limit':
      return fieldError('email', failure.message)
  }
}
