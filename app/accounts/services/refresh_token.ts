import { hash, randomBytes } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#shared/database/sql'

/** Each use moves the end; a program that has not been used for this long asks again. */
export const REFRESH_TOKEN_DAYS = 30

/** 256 random bits, so one round of SHA-256 is as good as a slow hash. The prefix is for scanners of leaked secrets. */
export const generateRefreshToken = () => `agentops_rt_${randomBytes(32).toString('base64url')}`

export const hashSecret = (text: string): Buffer => hash('sha256', text, 'buffer')

/** The first refresh token of a grant; later ones come by rotation. */
export async function beginRefreshing(trx: TransactionClientContract, teamId: string, grantId: string) {
  const token = generateRefreshToken()
  await sql(
    trx,
    `insert into refresh_tokens (token_hash, team_id, grant_id, expires_at)
     values (?, ?, ?, clock_timestamp() + make_interval(days => ?))`,
    [hashSecret(token), teamId, grantId, REFRESH_TOKEN_DAYS]
  )
  return token
}
