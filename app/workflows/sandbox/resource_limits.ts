import { readFile } from 'node:fs/promises'
import type { SandboxLimits } from './contract.js'

/** Node alone reserves three quarters of a gibibyte before it has done anything. */
const reservedByRuntimes = 2 * 1024 ** 3

/**
 * `prlimit` flags, none above the hard limit this process has itself: raising one would be refused.
 * `watchedMemory`: no control group bounds the memory, so a single huge allocation between two samples of
 * the watchdog must fail. Address space stays free in any case, runtimes reserve far more than they use.
 */
export async function prlimitArguments(
  limits: SandboxLimits,
  extraTasks: number,
  watchedMemory: boolean
): Promise<string[]> {
  const hard = parseHardLimits(await readFile('/proc/self/limits', 'utf8'))
  const flag = (name: string, row: string, value: number) =>
    `--${name}=${Math.min(Math.ceil(value), hard.get(row) ?? Number.POSITIVE_INFINITY)}`
  return [
    flag('nproc', 'Max processes', limits.processes + extraTasks),
    flag('nofile', 'Max open files', limits.openFiles),
    flag('fsize', 'Max file size', limits.fileBytes),
    // One second more than the watchdog allows, so that the sum over all processes is what is reported.
    flag('cpu', 'Max cpu time', limits.cpuSeconds + 1),
    ...(watchedMemory ? [flag('data', 'Max data size', limits.memoryBytes * 2 + reservedByRuntimes)] : []),
    '--core=0',
  ]
}

function parseHardLimits(table: string): Map<string, number> {
  const rows = table.matchAll(/^(Max .+?)\s{2,}\S+\s+(\d+)/gm)
  return new Map([...rows].map(([, name, hard]) => [name!, Number(hard)]))
}
