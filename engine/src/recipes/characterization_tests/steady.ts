import { isWritable } from '../test_code/described.ts'
import { isNative } from './native_errors.ts'
import type { PlannedCase } from './planned_cases.ts'
import type { Recording, Recordings } from './recordings.ts'

/** A case that answers the same however it is run. */
export interface SteadyCase extends PlannedCase {
  recording: Recording
}

/**
 * Which cases can be relied on, and the functions that lost calls for a reason worth telling. One
 * answer that varies sets the whole function aside: that its other answers held may be luck.
 */
export function steadyCases(
  cases: readonly PlannedCase[],
  plain: Recordings,
  reversed: Recordings,
  shifted: Recordings
): { steady: SteadyCase[]; setAside: string[] } {
  const steady: SteadyCase[] = []
  const setAside: string[] = []
  for (const [callable, own] of Map.groupBy(cases, (item) => item.callable)) {
    const ran = own.flatMap((item) => {
      const recording = plain.byId.get(item.id)
      return recording
        ? [
            {
              ...item,
              recording,
              reason: unsteady(recording, reversed.byId.get(item.id), shifted.byId.get(item.id)),
            },
          ]
        : []
    })
    const reasons = new Set(ran.flatMap(({ reason }) => reason ?? []))
    const varying = [...reasons].find((reason) => reason === differs || reason === depends)
    if (varying) setAside.push(`${callable.label}: ${varying}`)
    else {
      if (reasons.size > 0) setAside.push(`some calls of ${callable.label}: ${[...reasons].join('; ')}`)
      for (const { reason, ...item } of ran)
        if (reason === null && isTellable(item.recording)) steady.push(item)
    }
  }
  return { steady, setAside }
}

const differs = 'what it answers differs from one time to the next'
const depends = 'what it answers depends on the clock, the time zone or chance'

function unsteady(
  first: Recording,
  again: Recording | undefined,
  shifted: Recording | undefined
): string | null {
  if (first.status === 'timeout') return 'they did not end within a second'
  if (first.status === 'crashed') return 'they ran out of memory or crashed'
  if (first.status === 'exited') return 'they end the process'
  if (!again || !shifted) return 'they could not be repeated'
  if (signature(first) !== signature(again)) return differs
  if (signature(first) !== signature(shifted)) return depends
  return null
}

function signature({ status, value, after }: Recording): string {
  return JSON.stringify([status, value, after])
}

/** Whether a test can say what happened; a crash inside the language is not behaviour worth keeping. */
function isTellable({ status, value }: Recording): boolean {
  if (status === 'broken' || value === null) return false
  if (status === 'threw' || status === 'rejected') return value.t === 'error' && !isNative(value)
  if (value.t === 'instance') return value.entries.every(([, item]) => isWritable(item))
  return (
    value.t === 'function' || isWritable(value) || (value.t === 'iterator' && value.items.every(isWritable))
  )
}
