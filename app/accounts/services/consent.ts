import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#shared/database/sql'

export interface Consent {
  /** Of the texts that the person has seen. */
  version: string
  /** How they said so; `own_machine`: whoever runs the installation for themselves has made its terms. */
  via: 'sign_up' | 'invitation' | 'asked' | 'own_machine'
  address: string | null
}

/** Keeps what a person has accepted; the same version again changes nothing. */
export async function keepConsent(
  trx: TransactionClientContract,
  userId: string,
  { version, via, address }: Consent
) {
  await sql(trx, `select set_config('app.current_user_id', ?, true)`, [userId])
  const { rowCount } = await sql(
    trx,
    `insert into consents (user_id, version, via, address) values (?, ?, ?, cast(? as inet)) on conflict do nothing`,
    [userId, version, via, address]
  )
  await sql(trx, 'update users set accepted_version = ? where id = ?', [version, userId])
  return rowCount === 1
}
