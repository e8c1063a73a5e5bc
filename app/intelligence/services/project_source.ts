import { join } from 'node:path'
import { teamRows } from '#accounts/services/team_rows'
import type { RemoteAccess } from '#projects/git/contract'
import { fetchMirror } from '#projects/git/mirror'
import { openProjectRemote, type RemoteKind } from '#projects/services/project_remote'
import NotFoundException from '#shared/exceptions/not_found_exception'
import env from '#start/env'

export interface ProjectSource {
  projectId: string
  branch: string
  mirrorDir: string
  access: Omit<RemoteAccess, 'signal'>
}

interface Row {
  default_branch: string
  remote_kind: RemoteKind
  remote_url: string
  credential_encrypted: string | null
  connection_id: string | null
}

const sql =
  'select default_branch, remote_kind, remote_url, credential_encrypted, connection_id from projects where id = $1'

/**
 * Where a project's code comes from, and where this machine keeps its copy.
 *
 * @throws NotFoundException, or Error with a sentence when the address or credential cannot be used any more
 */
export async function projectSource(teamId: string, projectId: string): Promise<ProjectSource> {
  const [row] = await teamRows<Row>(teamId, sql, [projectId])
  if (!row) throw new NotFoundException('project')
  const { remote, credential } = await openProjectRemote({
    teamId,
    connectionId: row.connection_id,
    kind: row.remote_kind,
    url: row.remote_url,
    credentialEncrypted: row.credential_encrypted,
  })
  const dataDir = env.get('DATA_DIR')
  return {
    projectId,
    branch: row.default_branch,
    mirrorDir: join(dataDir, 'mirrors', teamId, projectId),
    access: { remote, credential, knownHosts: join(dataDir, 'known_hosts') },
  }
}

/** Sees to it that this machine's mirror holds the commit; the branch's tip when none is named. Throws `GitError`. */
export function fetchSource(
  { mirrorDir, access, branch }: ProjectSource,
  commit?: string,
  signal?: AbortSignal
) {
  return fetchMirror({ ...access, signal, mirrorDir, branch, commit })
}
