import { readFileSync } from 'node:fs'

/** When a process began, in ticks since the boot; null where the system does not say. */
function beginningOf(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[19] ?? null
  } catch {
    return null
  }
}

/** Names a process for as long as the machine runs. The number alone would do harm: it is given again. */
export const identityOf = (pid: number) => `${pid} ${beginningOf(pid) ?? ''}`.trim()

export const pidOf = (identity: string) => Number(identity.split(' ')[0])

/** Whether the process of this identity still runs; after a restart of the machine its number is somebody else's. */
export function isAlive(identity: string) {
  const pid = pidOf(identity)
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return identityOf(pid) === identity
}
