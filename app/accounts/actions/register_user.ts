import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import User from '#accounts/models/user'
import { fieldError } from '#shared/exceptions/field_error'

export interface RegisterUserInput {
  fullName: string
  email: string
  password: string
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
        { fullName: input.fullName, email: input.email, password: input.password },
        { client: trx }
      )
      const name = input.teamName ?? `${input.fullName.split(/\s+/)[0]}'s team`
      const teamId = await this.#createTeam(trx, name, user.id)
      return { user, teamId }
    })
  }

  async #createTeam(trx: TransactionClientContract, name: string, userId: string) {
    // The id is made first, so that the row is inside the team that row-level security is told about.
    const { rows } = await trx.rawQuery(`select uuidv7() as id`)
    const teamId: string = rows[0].id
    await trx.rawQuery(`select set_config('app.current_team_id', ?, true)`, [teamId])
    await trx.table('teams').insert({ id: teamId, name: name.slice(0, 80), is_personal: true })
    await trx.table('memberships').insert({ team_id: teamId, user_id: userId, role: 'owner' })
    return teamId
  }
}
