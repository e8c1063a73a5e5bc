import { withUser } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'

export type DataExportRow = {
  id: string
  createdAt: string
  readyAt: string | null
  expiresAt: string | null
}

const iso = (column: string, alias: string) => `to_json(${column}) #>> '{}' as "${alias}"`

/** A person's archives, the newest first; the link to one is in its mail alone. */
export async function listDataExports(userId: string): Promise<DataExportRow[]> {
  return withUser(userId, async (trx) => {
    const { rows } = await sql<DataExportRow>(
      trx,
      `select id, ${iso('created_at', 'createdAt')}, ${iso('ready_at', 'readyAt')}, ${iso('expires_at', 'expiresAt')}
       from data_exports where user_id = ? and (expires_at is null or expires_at > now())
       order by created_at desc limit 10`,
      [userId]
    )
    return rows
  })
}
