import { withEnvironment } from '../environment.js'

/** Ids inside the sandbox. */
export const sandboxId = 1000

/**
 * What bubblewrap starts: each link of this chain replaces itself with the next, from most to least
 * privileged, and only the last sees the run's environment. After `--` nothing is read as an option.
 */
export function launchCommand(parts: {
  dropPrivileges: boolean
  prlimit: string[]
  relay: string[]
  argv: string[]
}): string[] {
  return [
    ...(parts.dropPrivileges ? dropPrivileges : []),
    ...closeDescriptors,
    ...['/usr/bin/prlimit', ...parts.prlimit, '--'],
    ...parts.relay,
    ...withEnvironment(parts.argv),
  ]
}

/**
 * First no further user namespace may be made in this one: it would give back capabilities, if only over
 * itself, and with them a large part of the kernel to attack. (Another user has bubblewrap do the same.)
 */
const dropPrivileges = [
  ...['/bin/sh', '-c', 'echo 0 > /proc/sys/user/max_user_namespaces || exit 125; exec "$@"', 'lock'],
  '/usr/bin/setpriv',
  `--reuid=${sandboxId}`,
  `--regid=${sandboxId}`,
  '--clear-groups',
  '--inh-caps=-all',
  '--ambient-caps=-all',
  '--bounding-set=-all',
  '--no-new-privs',
  '--',
]

/**
 * Closes bubblewrap's own descriptors and any the worker inherited without knowing. Bash, because other
 * shells know descriptors of one digit only; `exec -c` keeps the variables it sets to itself.
 */
const closeDescriptors = [
  '/bin/bash',
  '--norc',
  '-c',
  'cd /proc/self/fd; for fd in *; do [ "$fd" -gt 2 ] && eval "exec $fd>&-"; done; exec -c "$@"',
  'close',
]
