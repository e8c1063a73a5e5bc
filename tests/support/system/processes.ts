import { readdirSync, readFileSync } from 'node:fs'

export interface ProcessInfo {
  pid: number
  parent: number
  command: string
}

function inspect(pid: number): ProcessInfo | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    if (status[0] === 'Z') return null
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return { pid, parent: Number(status[1]), command }
  } catch {
    return null
  }
}

/** What runs on this machine, by /proc. */
export function allProcesses(): ProcessInfo[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => inspect(Number(name)))
    .filter((found) => found !== null)
}

export const childrenOf = (pid: number) => allProcesses().filter(({ parent }) => parent === pid)

export function descendantsOf(pid: number): ProcessInfo[] {
  const all = allProcesses()
  const below = (parent: number): ProcessInfo[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each, ...below(each.pid)])
  return below(pid)
}

export const isRunning = (pid: number) => inspect(pid) !== null

/** Processes that were told of the folder, by an argument or by their environment. */
export function processesOn(folder: string): ProcessInfo[] {
  const told = ({ pid, command }: ProcessInfo) => {
    if (command.includes(folder)) return true
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(folder)
    } catch {
      return false
    }
  }
  return allProcesses().filter((each) => each.pid !== process.pid && told(each))
}
