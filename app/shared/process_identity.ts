import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/** The 22nd field of /proc/<pid>/stat, in ticks since the boot; the second one may hold anything. */
const beginning = (stat: string) => stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]

function own(): string {
  try {
    return `${process.pid}.${beginning(readFileSync('/proc/self/stat', 'utf8'))}`
  } catch {
    return `${process.pid}.0`
  }
}

/** This process among all that this machine has ever run: numbers are given again, beginnings are not. */
export const processIdentity = own()

/** Whether the process of that identity still runs on this machine. */
export async function isProcessAlive(identity: string): Promise<boolean> {
  const [pid, began] = identity.split('.')
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  return stat !== null && beginning(stat) === began
}
