import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

type Work<T> = (trx: TransactionClientContract) => Promise<T>

function withSetting<T>(name: 'team' | 'user', id: string, work: Work<T>) {
  return db.transaction(async (trx) => {
    // SET LOCAL takes no bindings; the third argument makes this one as local to the transaction.
    await trx.rawQuery(`select set_config('app.current_${name}_id', ?, true)`, [id])
    return work(trx)
  })
}

/**
 * Runs `work` in a transaction in which row-level security shows one team's rows and no other's. The
 * setting ends with the transaction, so a pooled connection never carries it over. Queries must use the
 * given client: any other sees nothing.
 */
export const withTeam = <T>(teamId: string, work: Work<T>) => withSetting('team', teamId, work)

/** The same for what belongs to a person before a team is chosen: their memberships and teams. */
export const withUser = <T>(userId: string, work: Work<T>) => withSetting('user', userId, work)
