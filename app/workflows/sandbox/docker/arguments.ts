import { SandboxError, type SandboxLimits } from '../contract.js'
import { inside } from '../environment.js'

export interface DockerRun {
  name: string
  image: string
  /** uid:gid on the host. */
  user: string
  argv: string[]
  limits: SandboxLimits
  readOnly: [from: string, to: string][]
  writable: [from: string, to: string][]
}

/**
 * The arguments after `docker`. No variable is among them: the command reads its environment from a mounted
 * file, so none shows in a process list. The command follows the image, where no option is read.
 */
export function dockerArguments(request: DockerRun): string[] {
  const [entrypoint, ...args] = request.argv
  if (!entrypoint) throw new SandboxError('The sandbox was given no command')
  return [
    ...['run', '--rm', '--init', '--name', request.name, '--hostname', 'sandbox', '--pull', 'never'],
    ...['--network', 'none', '--read-only', '--cap-drop', 'ALL'],
    ...['--security-opt', 'no-new-privileges', '--ipc', 'private', '--log-driver', 'none'],
    ...limitArguments(request.limits),
    ...['--user', request.user, '--workdir', inside.workspace],
    ...request.writable.flatMap(([from, to]) => ['--mount', bind(from, to)]),
    ...request.readOnly.flatMap(([from, to]) => ['--mount', `${bind(from, to)},readonly`]),
    // The value is one word with the option: a command that begins with a dash stays a command.
    ...[`--entrypoint=${entrypoint}`, request.image],
    ...args,
  ]
}

function limitArguments(limits: SandboxLimits): string[] {
  const both = (value: number) => `${Math.ceil(value)}:${Math.ceil(value)}`
  return [
    ...['--memory', String(limits.memoryBytes), '--memory-swap', String(limits.memoryBytes)],
    ...['--pids-limit', String(limits.processes)],
    ...['--ulimit', `nofile=${both(limits.openFiles)}`, '--ulimit', `fsize=${both(limits.fileBytes)}`],
    ...['--ulimit', `cpu=${both(limits.cpuSeconds)}`, '--ulimit', 'core=0:0'],
  ]
}

/** A comma would start another mount option. */
function bind(from: string, to: string): string {
  const bad = [from, to].find((path) => /[,"\n]/.test(path))
  if (bad) throw new SandboxError(`docker cannot mount the folder ${JSON.stringify(bad)}: rename it`)
  return `type=bind,source=${from},target=${to}`
}
