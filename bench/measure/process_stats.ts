import { readFileSync } from 'node:fs'

/** Linux counts a process' time in hundredths of a second whatever the kernel's own clock does. */
const TICK_MS = 10

/** Processor time, user and system, of all threads of a process, in milliseconds; NaN where there is no /proc. */
export function cpuMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return Number.NaN
  }
}

/**
 * Memory of a process in MiB: `resident` counts shared pages in full, `own` shares them out among those
 * that use them, so that the `own` of several processes can be added up.
 */
export function memoryMiB(pid: number): { resident: number; own: number } {
  const kib = (file: string, name: string) => {
    try {
      const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(
        readFileSync(`/proc/${pid}/${file}`, 'utf8')
      )
      return line ? Number(line[1]) / 1024 : Number.NaN
    } catch {
      return Number.NaN
    }
  }
  return { resident: kib('status', 'VmRSS'), own: kib('smaps_rollup', 'Pss') }
}

/** The processes that a process has started, as far as they are its direct children. */
export function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number)
  } catch {
    return []
  }
}
