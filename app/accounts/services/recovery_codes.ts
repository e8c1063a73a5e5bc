import { hash, randomInt } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#shared/database/sql'

const CODES = 10
/** Without the letters that are taken for others. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'
const part = () => Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')

/** 24 characters of 31 are 118 random bits: one round of a fast hash is enough (ASVS 6.5.2 asks for 112). */
const hashCode = (code: string): Buffer =>
  hash('sha256', code.toLowerCase().replace(/[^a-z0-9]/g, ''), 'buffer')

/** New recovery codes in the place of all earlier ones. This is the only time that their text is known. */
export async function issueRecoveryCodes(trx: TransactionClientContract, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () => [part(), part(), part(), part()].join('-'))
  await sql(trx, 'delete from recovery_codes where user_id = ?', [userId])
  for (const code of codes) {
    await sql(trx, 'insert into recovery_codes (user_id, code_hash) values (?, ?)', [userId, hashCode(code)])
  }
  return codes
}

/** Uses a recovery code up. */
export async function useRecoveryCode(trx: TransactionClientContract, userId: string, code: string) {
  const { rowCount } = await sql(
    trx,
    'update recovery_codes set used_at = now() where user_id = ? and code_hash = ? and used_at is null',
    [userId, hashCode(code)]
  )
  return rowCount === 1
}
