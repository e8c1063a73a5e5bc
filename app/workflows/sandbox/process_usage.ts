import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** One sample over a set of processes. Memory is anonymous and shared memory; program text is not counted. */
export interface ProcessUsage {
  tasks: number
  memoryBytes: number
  cpuSeconds: number
  /** Open files of the process that has most. */
  openFiles: number
}

/** The kernel's USER_HZ, 100 on every Linux that Node runs on. */
const ticksPerSecond = 100

/**
 * Sums up the processes listed in a proc folder, except `ignored` ones. Given the /proc of a pid namespace
 * this sees all of its processes, whatever they did to their parents, groups or sessions.
 */
export async function readProcessUsage(proc: string, ignored: string[]): Promise<ProcessUsage> {
  const pids = (await readdir(proc)).filter((name) => /^\d+$/.test(name) && !ignored.includes(name))
  const samples = await Promise.all(pids.map((pid) => readProcess(join(proc, pid))))
  const total: ProcessUsage = { tasks: 0, memoryBytes: 0, cpuSeconds: 0, openFiles: 0 }
  for (const sample of samples) {
    if (!sample) continue
    total.tasks += sample.tasks
    total.memoryBytes += sample.memoryBytes
    total.cpuSeconds += sample.cpuSeconds
    total.openFiles = Math.max(total.openFiles, sample.openFiles)
  }
  return total
}

async function readProcess(folder: string): Promise<ProcessUsage | null> {
  try {
    const [line, status, openFiles] = await Promise.all([
      readFile(join(folder, 'stat'), 'utf8'),
      readFile(join(folder, 'status'), 'utf8'),
      countOpenFiles(join(folder, 'fd')),
    ])
    // The name in parentheses may hold anything, so fields are counted from the last one.
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15)
    return {
      tasks: fields[17] ?? 1,
      memoryBytes: kibibytes(status, 'RssAnon') + kibibytes(status, 'RssShmem'),
      cpuSeconds: (user + system + childUser + childSystem) / ticksPerSecond,
      openFiles,
    }
  } catch {
    return null
  }
}

function kibibytes(status: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024
}

/** Since Linux 6.2 the folder's size is the count; before, it is 0 and the folder must be listed. */
async function countOpenFiles(folder: string): Promise<number> {
  try {
    return (await stat(folder)).size || (await readdir(folder)).length
  } catch {
    return 0
  }
}
