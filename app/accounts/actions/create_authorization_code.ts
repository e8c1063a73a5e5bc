import { randomBytes } from 'node:crypto'
import type { OauthClient } from '#accounts/enums/oauth_client'
import type { Scope } from '#accounts/permissions'
import { noteOauthClientUse } from '#accounts/services/oauth_clients'
import { hashSecret } from '#accounts/services/refresh_token'
import { withTeam } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

const LIFETIME = '60 seconds'

export interface CreateAuthorizationCodeInput {
  teamId: string
  userId: string
  userName: string
  address: string
  client: OauthClient
  redirectUri: string
  scopes: readonly Scope[]
  /** base64url of the SHA-256 of the client's verifier (RFC 7636, S256). */
  codeChallenge: string
}

/** A person has allowed a program to act for them: the code with which the program fetches its tokens, once. */
export default class CreateAuthorizationCode {
  async execute(input: CreateAuthorizationCodeInput): Promise<string> {
    await noteOauthClientUse(input.client)
    const code = randomBytes(32).toString('base64url')
    await withTeam(input.teamId, async (trx) => {
      await sql(trx, `delete from authorization_codes where expires_at < now() - interval '1 day'`)
      await sql(
        trx,
        `insert into authorization_codes (code_hash, team_id, user_id, client_id, redirect_uri, scopes, code_challenge,
           expires_at) values (?, ?, ?, ?, ?, string_to_array(?, ' '), ?, clock_timestamp() + cast(? as interval))`,
        [
          hashSecret(code),
          input.teamId,
          input.userId,
          input.client.id,
          input.redirectUri,
          input.scopes.join(' '),
          input.codeChallenge,
          LIFETIME,
        ]
      )
      await recordAudit(trx, {
        teamId: input.teamId,
        actor: { kind: 'person', userId: input.userId, name: input.userName, address: input.address },
        action: 'app.authorized',
        subject: { kind: 'oauth_client', id: input.client.id, name: input.client.name },
        details: { scopes: input.scopes.join(' ') },
      })
    })
    return code
  }
}
