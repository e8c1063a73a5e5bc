import type { SandboxLimits, SandboxStop } from './contract.js'

const names: Record<keyof SandboxLimits, string> = {
  wallMs: 'wall time',
  cpuSeconds: 'CPU time',
  memoryBytes: 'memory',
  processes: 'process',
  openFiles: 'open file',
  fileBytes: 'file size',
  diskBytes: 'disk',
  outputBytes: 'output',
}

/** The stop with the sentence people read: "stopped: memory limit 1 GiB". */
export function stopAt(limit: SandboxStop['limit'], limits: SandboxLimits): SandboxStop {
  if (limit === 'cancelled') return { limit, sentence: 'stopped: cancelled' }
  return { limit, sentence: `stopped: ${names[limit]} limit ${amount(limit, limits[limit])}` }
}

function amount(limit: keyof SandboxLimits, value: number): string {
  if (limit.endsWith('Bytes')) return inUnits(value, 1024, ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'])
  if (limit === 'wallMs') return duration(value)
  if (limit === 'cpuSeconds') return duration(value * 1000)
  return String(value)
}

function inUnits(value: number, step: number, units: string[]): string {
  const power = Math.min(Math.floor(Math.log(Math.max(value, 1)) / Math.log(step)), units.length - 1)
  return `${rounded(value / step ** power)} ${units[power]}`
}

function duration(ms: number): string {
  if (ms < 1000) return `${ms} ms`
  return ms < 120_000 ? `${rounded(ms / 1000)} s` : `${rounded(ms / 60_000)} min`
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10)
}
