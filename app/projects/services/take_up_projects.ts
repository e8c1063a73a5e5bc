import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { HostKind } from '#projects/git/host_contract'
import { addWebhook } from '#projects/services/project_webhook'
import { sql } from '#shared/database/sql'

/** Projects whose account was disconnected go on with one that sees their repository on the same host. */
export async function takeUpProjects(trx: TransactionClientContract, teamId: string, connectionId: string) {
  const { rows } = await sql<{ projectId: string; host: HostKind }>(
    trx,
    `update projects p set connection_id = c.id, updated_at = now()
     from git_connections c join git_repositories r on r.connection_id = c.id
     where c.id = ? and p.connection_id is null and p.host_repository_id = r.host_id
       and starts_with(p.remote_url, c.web_url || '/') and coalesce(r.can_push, true)
     returning p.id as "projectId", c.host`,
    [connectionId]
  )
  for (const row of rows) await addWebhook(trx, { teamId, ...row })
}
