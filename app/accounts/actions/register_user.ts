import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import User from '#accounts/models/user'
import { type Consent, keepConsent } from '#accounts/services/consent'
import { insertTeam } from '#accounts/services/insert_team'
import { fieldError } from '#shared/exceptions/field_error'

export interface RegisterUserInput {
  fullName: string
  email: string
  /** Null for whoever signs in with another service. */
  password: string | null
  /** The address is known to be theirs: they have opened a link that was mailed to it. */
  verified?: boolean
  /** Null where nobody was asked (yet): they are, at the first page they open. */
  consent?: Consent | null
  /** Defaults to "<first name>'s team". */
  teamName?: string
}

/** A new person and the personal team that they own. */
export default class RegisterUser {
  /** @throws E_VALIDATION_ERROR when another sign-up with the address was faster */
  async execute(input: RegisterUserInput): Promise<{ user: User; teamId: string }> {
    try {
      return await this.#register(input)
    } catch (error) {
      if ((error as { constraint?: string }).constraint !== 'users_email_unique') throw error
      throw fieldError('email', 'The email has already been taken')
    }
  }

  async #register(input: RegisterUserInput): Promise<{ user: User; teamId: string }> {
    return db.transaction(async (trx) => {
      const user = await User.create(
        {
          fullName: input.fullName,
          email: input.email,
          ...(input.password === null ? {} : { password: input.password }),
          emailVerifiedAt: input.verified ? DateTime.now() : null,
        },
        { client: trx }
      )
      if (input.consent) {
        await keepConsent(trx, user.id, input.consent)
        user.acceptedVersion = input.consent.version
      }
      const name = input.teamName ?? `${input.fullName.split(/\s+/)[0]}'s team`
      const teamId = await insertTeam(trx, { name, userId: user.id, personal: true })
      return { user, teamId }
    })
  }
}
