import type { GitHost, RepositoryRef } from '#projects/git/host_contract'
import { hostOfProject } from '#projects/services/host_of_project'
import type { StepContext } from '#workflows/steps/step_context'

export interface ProjectHost {
  host: GitHost
  repository: RepositoryRef
}

/** Under this name our own status stands beside a commit. */
export const STATUS_NAME = 'AgentOps'

/** The host behind a project's connection; null for a project that is plain git. */
export function projectHost({ lease, project, signal }: StepContext): Promise<ProjectHost | null> {
  return hostOfProject(lease.teamId, project.id, signal)
}
