import { isAbsolute, normalize } from 'node:path'
import { SandboxError, type SandboxRun } from './contract.js'
import { inside } from './environment.js'

const refused = [
  inside.workspace,
  inside.output,
  inside.runtime,
  inside.node,
  '/proc',
  '/dev',
  '/usr',
  '/etc',
]

/** The run's own read-only mounts, checked; throws `SandboxError` on one that could lead elsewhere. */
export function readOnlyMounts(run: SandboxRun): [from: string, to: string][] {
  return (run.readOnlyMounts ?? []).map(({ from, to }) => {
    const plain = isAbsolute(from) && isAbsolute(to) && normalize(to) === to && to !== '/'
    if (!plain || refused.some((folder) => to === folder || to.startsWith(`${folder}/`))) {
      throw new SandboxError(`The sandbox does not mount ${from} at ${to}`)
    }
    return [from, to]
  })
}
