import { join } from 'node:path'
import type { RemoteAccess } from '#projects/git/contract'
import env from '#start/env'
import type { StepContext } from '#workflows/steps/step_context'

/** With what a step opens its project's remote. */
export function gitAccess({ project, signal }: Pick<StepContext, 'project' | 'signal'>): RemoteAccess {
  const { remote, credential } = project.remote
  return { remote, credential, knownHosts: join(env.get('DATA_DIR'), 'known_hosts'), signal }
}
