import { z } from 'zod'
import type { ExecutionResult } from '../../../contract/execution.ts'
import { type Described, described } from '../test_code/described.ts'

const status = z.enum(['returned', 'resolved', 'threw', 'rejected', 'broken', 'timeout', 'crashed', 'exited'])
export type Status = z.infer<typeof status>

/** What one call did. `before` and `after` are its arguments, as one array. */
export interface Recording {
  id: number
  status: Status
  value: Described | null
  before: Described | null
  after: Described | null
  /** Offsets of the target file's source that ran. */
  blocks: [number, number][]
}

const recording = z.object({
  id: z.number().int().nonnegative(),
  status,
  value: described.nullable().catch({ t: 'large' }).default(null),
  before: described.nullable().catch({ t: 'large' }).default(null),
  after: described.nullable().catch({ t: 'large' }).default(null),
  blocks: z
    .array(z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]))
    .catch([])
    .default([]),
})
const unloadable = z.object({ target: z.string(), reason: z.string() })

export interface Recordings {
  byId: ReadonlyMap<number, Recording>
  unloadable: { target: string; reason: string }[]
}

/** What a probe reported on its marked line; null when it did not come to report. */
export function readRecordings({ stdout }: ExecutionResult, marker: string): Recordings | null {
  const at = stdout.lastIndexOf(`\n${marker}`)
  if (at === -1) return null
  const line = stdout.slice(at + 1 + marker.length).split('\n', 1)[0]!
  try {
    const report = z
      .object({ results: z.array(z.unknown()), unloadable: z.array(unloadable) })
      .parse(JSON.parse(line))
    const read = report.results.flatMap((item) => {
      const parsed = recording.safeParse(item)
      return parsed.success ? [[parsed.data.id, parsed.data] as const] : []
    })
    return { byId: new Map(read), unloadable: report.unloadable }
  } catch {
    return null
  }
}
