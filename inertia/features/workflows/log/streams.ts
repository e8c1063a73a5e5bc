import type { LogStream } from '../server_types'

interface StreamEntry {
  /** Stands at the line where the stream begins to speak. */
  short: string
  /** Who is speaking. */
  label: string
  className: string
}

export const STREAMS: Record<LogStream, StreamEntry> = {
  system: { short: 'sys', label: 'AgentOps', className: 'text-info border-info' },
  model: { short: 'mdl', label: 'Model', className: 'text-run border-run' },
  stdout: { short: 'out', label: 'Standard output', className: 'text-muted border-transparent' },
  stderr: { short: 'err', label: 'Standard error', className: 'text-warn border-warn' },
}
