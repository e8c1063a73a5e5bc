import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

interface NewTeam {
  name: string
  /** Its first owner. */
  userId: string
  /** Made with the account, for the person alone to begin with. */
  personal: boolean
}

/** A team and its owner; the transaction is inside that team from here on. */
export async function insertTeam(trx: TransactionClientContract, { name, userId, personal }: NewTeam) {
  // The id is made first, so that the row is inside the team that row-level security is told about.
  const { rows } = await trx.rawQuery(`select uuidv7() as id`)
  const id: string = rows[0].id
  await trx.rawQuery(`select set_config('app.current_team_id', ?, true)`, [id])
  await trx.table('teams').insert({ id, name: name.slice(0, 80), is_personal: personal })
  await trx.table('memberships').insert({ team_id: id, user_id: userId, role: 'owner' })
  return id
}
