import type { SandboxRun } from './contract.js'
import { environmentScript, inside, sandboxEnvironment } from './environment.js'
import type { NetworkAccess } from './network_access.js'
import { readOnlyMounts } from './read_only_mounts.js'
import type { WorkspaceLease } from './workspace_lease.js'

export type Mount = [from: string, to: string]

/** What every confining driver mounts for a run. `files`: contents by their path inside. */
export async function sandboxMounts(
  run: SandboxRun,
  lease: WorkspaceLease,
  network: NetworkAccess,
  files: Record<string, string> = {}
): Promise<{ readOnly: Mount[]; writable: Mount[] }> {
  const script = environmentScript(sandboxEnvironment(run.env, network.environment))
  const contents = Object.entries({ ...files, [`${inside.runtime}/environment`]: script })
  const provided = contents.map(async ([path, content]): Promise<Mount> => {
    return [await lease.provide(path.replaceAll('/', '_'), content), path]
  })
  return {
    readOnly: [...(await Promise.all(provided)), ...network.mounts, ...readOnlyMounts(run)],
    writable: writableMounts(run, lease),
  }
}

function writableMounts(run: SandboxRun, lease: WorkspaceLease): Mount[] {
  const mounts: Mount[] = [
    [run.workdir, inside.workspace],
    [lease.tmp, inside.temporary],
    [lease.home, inside.home],
    [lease.shm, '/dev/shm'],
  ]
  return run.outputDir ? [...mounts, [run.outputDir, inside.output]] : mounts
}
