import type { SandboxLimits } from './contract.js'
import type { ProcessUsage } from './process_usage.js'

/** The first limit a sample of the processes has reached. */
export function reachedLimit(usage: ProcessUsage, limits: SandboxLimits): keyof SandboxLimits | null {
  if (usage.memoryBytes > limits.memoryBytes) return 'memoryBytes'
  if (usage.tasks >= limits.processes) return 'processes'
  if (usage.cpuSeconds >= limits.cpuSeconds) return 'cpuSeconds'
  if (usage.openFiles >= limits.openFiles) return 'openFiles'
  return null
}
