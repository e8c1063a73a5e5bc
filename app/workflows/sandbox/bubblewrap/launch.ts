import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { systemPath } from '../environment.js'
import type { OutputPipes } from '../output_pipes.js'
import { bubblewrapOptions, type Mounts, type UserNamespace } from './arguments.js'
import type { Cgroup } from './cgroup.js'
import { joining } from './cgroup_probe.js'
import { sandboxId } from './launch_command.js'
import { StatusPipe } from './status_pipe.js'
import { openUserNamespace } from './user_namespace.js'

const argsFd = 3
const statusFd = 4
const userNamespaceFd = 5

export interface Launched {
  child: ChildProcess
  pipes: OutputPipes
  status: StatusPipe
}

/**
 * Starts bubblewrap. Its own environment is nearly empty: it stays process 1 inside, and /proc/1/environ
 * shows what its starter gave it whatever is cleared for the command.
 */
export async function launch(
  mounts: Mounts,
  command: string[],
  groups: Cgroup[],
  pipes: OutputPipes,
  outerId: number | null
): Promise<Launched> {
  const namespace = outerId === null ? null : await openUserNamespace(sandboxId, outerId)
  const user: UserNamespace = namespace ? { kind: 'entered', fd: userNamespaceFd } : { kind: 'created' }
  const [file, ...args] = joining(groups, ['bwrap', '--args', String(argsFd), '--', ...command])
  try {
    const child = spawn(file!, args, {
      cwd: '/',
      env: { PATH: systemPath },
      stdio: ['ignore', ...pipes.writeEnds, 'pipe', 'pipe', ...(namespace ? [namespace.fd] : [])],
    })
    const status = new StatusPipe(child.stdio[statusFd] as Readable)
    const options = child.stdio[argsFd] as Writable
    options.on('error', () => {})
    options.end(bubblewrapOptions(mounts, user, statusFd).join('\0'))
    return { child, pipes, status }
  } finally {
    pipes.closeWriteEnds()
    namespace?.close()
  }
}
