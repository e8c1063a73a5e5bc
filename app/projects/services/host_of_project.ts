import type { GitHost, RepositoryRef } from '#projects/git/host_contract'

/** The host's API behind a project's connection; null for a project that is plain git. */
export async function hostOfProject(
  _teamId: string,
  _projectId: string,
  _signal?: AbortSignal
): Promise<{ host: GitHost; repository: RepositoryRef } | null> {
  return null
}
