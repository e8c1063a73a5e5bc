import { readlink } from 'node:fs/promises'
import type { SandboxLimits } from '../contract.js'
import { DiskWatch } from '../disk_watch.js'
import { readProcessUsage } from '../process_usage.js'
import type { Confinement, LimitCheck } from '../supervisor.js'
import { reachedLimit } from '../usage_limit.js'
import type { Launched } from './launch.js'
import type { LimitGroups } from './limit_groups.js'
import type { StatusPipe } from './status_pipe.js'

const patienceForStatusMs = 300

/** A launched sandbox as the supervisor sees it. `writable`: host folders counted as its disk. */
export function confine(
  { child, pipes, status }: Launched,
  limits: SandboxLimits,
  writable: string[],
  groups: LimitGroups
): Confinement {
  const disk = new DiskWatch(writable, limits)
  const killOuter = () => void child.kill('SIGKILL')
  return {
    child,
    stdout: pipes.stdout,
    stderr: pipes.stderr,
    kill() {
      // Process 1 first: then its death, not a signal still on its way, is what ends bubblewrap.
      void status.killNamespace().finally(killOuter)
      setTimeout(killOuter, patienceForStatusMs)
    },
    ended: () => status.namespaceEnded(),
    checks: [() => groups.reachedLimit(), () => disk.check(), namespaceCheck(status, limits)],
    lastChecks: [() => groups.reachedLimit(), () => disk.walk()],
  }
}

/** Seen through process 1, /proc lists exactly the processes of its namespace. */
function namespaceCheck(status: StatusPipe, limits: SandboxLimits): LimitCheck {
  return async () => {
    const init = await status.init
    const proc = `/proc/${init}/root/proc`
    if (!init || (await showsThisProcess(proc))) return null
    return reachedLimit(await readProcessUsage(proc, ['1']), limits)
  }
}

/** Until process 1 has changed its root, that folder is the host's. */
function showsThisProcess(proc: string): Promise<boolean> {
  return readlink(`${proc}/self`).then(
    () => true,
    () => false
  )
}
