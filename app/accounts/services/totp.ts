import encryption from '@adonisjs/core/services/encryption'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { generateSecret, generateURI, verify } from 'otplib'
import { sql } from '#shared/database/sql'

const STEP_SECONDS = 30

export const newTotpSecret = () => generateSecret({ length: 20 })

/** What an authenticator app reads from the QR code. */
export const totpUri = (secret: string, email: string) =>
  generateURI({ issuer: 'AgentOps', label: email, secret })

/** The step (30 seconds each, since 1970) whose code this is: the current one or a neighbour; null for no match. */
export async function stepOf(secret: string, code: string): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null
  const epoch = Math.floor(Date.now() / 1000)
  const result = await verify({ secret, token: code, epoch, epochTolerance: STEP_SECONDS })
  return result.valid ? Math.floor(epoch / STEP_SECONDS) + result.delta : null
}

/**
 * Uses a code of the authenticator app up. It and those before it never count again, however many come at once.
 *
 * @param trx in which the person is set, see `withUser`
 * @param unconfirmed whether an app counts that is only being added; nobody is let in by one
 */
export async function useTotpCode(
  trx: TransactionClientContract,
  userId: string,
  code: string,
  { unconfirmed = false } = {}
) {
  const { rows } = await sql<{ secret_encrypted: string }>(
    trx,
    'select secret_encrypted from totp_secrets where user_id = ? and (confirmed_at is not null or ?)',
    [userId, unconfirmed]
  )
  const secret = rows[0] && encryption.decrypt<string>(rows[0].secret_encrypted)
  const step = secret ? await stepOf(secret, code) : null
  if (step === null) return false
  const { rowCount } = await sql(
    trx,
    'update totp_secrets set last_step = ? where user_id = ? and last_step < ?',
    [step, userId, step]
  )
  return rowCount === 1
}
