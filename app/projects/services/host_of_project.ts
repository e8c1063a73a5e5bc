import { withTeam } from '#accounts/services/tenancy'
import type { GitHost, RepositoryRef } from '#projects/git/host_contract'
import { findConnection } from '#projects/services/connection_store'
import { openConnectionRow } from '#projects/services/open_connection'
import { sql } from '#shared/database/sql'

export interface ProjectHost {
  host: GitHost
  repository: RepositoryRef
  connectionId: string
}

/**
 * What can be done at the host of a project's repository; null for a project on any other git remote, and for
 * one whose account was disconnected.
 */
export async function hostOfProject(
  teamId: string,
  projectId: string,
  signal?: AbortSignal
): Promise<ProjectHost | null> {
  const found = await withTeam(teamId, async (trx) => {
    const { rows } = await sql<{ connection: string | null; id: string | null; path: string | null }>(
      trx,
      `select connection_id as connection, host_repository_id as id, host_repository_path as path
       from projects where id = ?`,
      [projectId]
    )
    const { connection, id, path } = rows[0] ?? {}
    if (!connection || !id || !path) return null
    const row = await findConnection(trx, connection)
    return row && { row, repository: { id, path } }
  })
  if (!found) return null
  return {
    host: openConnectionRow(found.row, signal),
    repository: found.repository,
    connectionId: found.row.id,
  }
}
