import db from '@adonisjs/lucid/services/db'
import { type OauthClient, oauthClient } from '#accounts/enums/oauth_client'

/** A program of ours, or one that has registered itself. */
export async function findOauthClient(id: string): Promise<OauthClient | null> {
  const known = oauthClient(id)
  if (known) return known
  const row: { name: string; redirect_uris: string[] } | null = await db
    .from('oauth_clients')
    .where('id', id)
    .select('name', 'redirect_uris')
    .first()
  return row && { id, name: row.name, password: false, redirectUris: row.redirect_uris, registered: true }
}

/** Who comes back for tokens is kept; who does not is forgotten after a while. */
export async function noteOauthClientUse({ id, registered }: OauthClient): Promise<void> {
  if (!registered) return
  await db
    .from('oauth_clients')
    .where('id', id)
    .whereRaw("coalesce(used_at < now() - interval '1 day', true)")
    .update({ used_at: new Date() })
}
