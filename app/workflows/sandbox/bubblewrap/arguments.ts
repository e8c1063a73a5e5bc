import { systemPath } from '../environment.js'
import { sandboxId } from './launch_command.js'

export interface Mounts {
  /** bubblewrap arguments for the read-only system and Node. */
  system: string[]
  /** Host path → path inside. */
  readOnly: [from: string, to: string][]
  writable: [from: string, to: string][]
}

/** As root the namespace is entered after mounting; another user makes one to be allowed to mount at all. */
export type UserNamespace = { kind: 'entered'; fd: number } | { kind: 'created' }

/** bubblewrap's options, handed over through `--args` so that no path shows in a process list. */
export function bubblewrapOptions(mounts: Mounts, user: UserNamespace, statusFd: number): string[] {
  return [
    ...userOptions(user),
    ...['--unshare-ipc', '--unshare-pid', '--unshare-net', '--unshare-uts', '--unshare-cgroup-try'],
    ...['--hostname', 'sandbox', '--die-with-parent', '--new-session'],
    ...['--json-status-fd', String(statusFd)],
    ...['--clearenv', '--setenv', 'PATH', systemPath],
    ...mounts.system,
    ...['--proc', '/proc', '--dev', '/dev'],
    // Writable first: a package cache may lie inside the home folder.
    ...mounts.writable.flatMap(([from, to]) => [...parents(to), '--bind', from, to]),
    ...mounts.readOnly.flatMap(([from, to]) => [...parents(to), '--ro-bind', from, to]),
    // The tmpfs below / and /dev have no size limit: a user who owns them could fill the memory.
    ...['--remount-ro', '/dev', '--remount-ro', '/'],
    // The workspace may be closed to bubblewrap itself; the command enters it with its own rights.
    ...['--chdir', '/'],
  ]
}

function userOptions(user: UserNamespace): string[] {
  if (user.kind === 'created') {
    return ['--unshare-user', '--disable-userns', '--uid', String(sandboxId), '--gid', String(sandboxId)]
  }
  // Rights over the entered namespace alone; CAP_SYS_RESOURCE is what closes it to further ones.
  const needed = ['CAP_SETUID', 'CAP_SETGID', 'CAP_SETPCAP', 'CAP_SYS_RESOURCE']
  return [
    ...['--userns2', String(user.fd), '--cap-drop', 'ALL'],
    ...needed.flatMap((capability) => ['--cap-add', capability]),
  ]
}

/** bubblewrap makes missing parents for root alone, so they are made explicitly, for everybody to enter. */
export function parents(path: string): string[] {
  const names = path.split('/').slice(1, -1)
  return names.flatMap((_, depth) => ['--dir', `/${names.slice(0, depth + 1).join('/')}`])
}
