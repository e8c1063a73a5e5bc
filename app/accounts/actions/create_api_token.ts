import type { Scope } from '#accounts/permissions'
import { generateApiToken, hashApiToken } from '#accounts/services/api_token'
import { teamRows } from '#accounts/services/team_rows'

export interface CreateApiTokenInput {
  teamId: string
  userId: string
  name: string
  scopes: readonly Scope[]
  /** Null: valid until it is revoked. */
  expiresInDays: number | null
}

const insert = `
  insert into api_tokens (team_id, user_id, name, token_hash, last_four, scopes, expires_at)
  values ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(days => $7::int))
  returning id`

/** A token of one person for one team. This is the only time that its text is known. */
export default class CreateApiToken {
  async execute(input: CreateApiTokenInput): Promise<{ id: string; token: string }> {
    const token = generateApiToken()
    const [row] = await teamRows<{ id: string }>(input.teamId, insert, [
      input.teamId,
      input.userId,
      input.name,
      hashApiToken(token),
      token.slice(-4),
      [...input.scopes],
      input.expiresInDays,
    ])
    return { id: row!.id, token }
  }
}
