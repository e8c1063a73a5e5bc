import db from '@adonisjs/lucid/services/db'
import { forgetGrant } from '#accounts/services/access_token'
import type { Actor } from '#accounts/services/actor'
import { hashSecret } from '#accounts/services/refresh_token'
import { withTeam } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

/** Takes back what a person allowed a program: its refresh tokens at once, its access tokens within seconds. */
export default class RevokeGrant {
  /** @returns whether there was such a grant of this person in this team */
  async execute(actor: Actor, grantId: string): Promise<boolean> {
    const clientId = await withTeam(actor.teamId, async (trx) => {
      const { rows } = await sql<{ client_id: string }>(
        trx,
        `update oauth_grants set revoked_at = now() where id = ? and user_id = ? and revoked_at is null
         returning client_id`,
        [grantId, actor.personId]
      )
      if (!rows[0]) return null
      await recordAudit(trx, {
        teamId: actor.teamId,
        actor: actor.audit,
        action: 'app.revoked',
        subject: { kind: 'oauth_client', id: rows[0].client_id },
      })
      return rows[0].client_id
    })
    forgetGrant(grantId)
    return clientId !== null
  }

  /** The same by whoever holds a refresh token of it (RFC 7009); a token that is not ours is no error. */
  async byRefreshToken(token: string) {
    const { rows } = await sql<{ id: string | null }>(db, 'select revoke_refresh_token(?) as id', [
      hashSecret(token),
    ])
    if (rows[0]?.id) forgetGrant(rows[0].id)
  }
}
