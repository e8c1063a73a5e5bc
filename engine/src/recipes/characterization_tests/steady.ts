import type { PlannedCase } from './planned_cases.ts'
import type { Recording, Recordings } from './recordings.ts'
import { isWritable } from '../test_code/described.ts'
import { isNative } from './native_errors.ts'

/** A case that answers the same however it is run. */
export interface SteadyCase extends PlannedCase {
  recording: Recording
}

/** Which cases can be relied on, and the functions that lost all or some for a reason worth telling. */
export function steadyCases(cases: readonly PlannedCase[], plain: Recordings, reversed: Recordings, shifted: Recordings): { steady: SteadyCase[]; setAside: string[] } {
  const reasons = new Map<string, Set<string>>()
  const steady: SteadyCase[] = []
  for (const planned of cases) {
    const recording = plain.byId.get(planned.id)
    const reason = recording ? unsteady(recording, reversed.byId.get(planned.id), shifted.byId.get(planned.id)) : null
    if (recording && reason === null && isTellable(recording)) steady.push({ ...planned, recording })
    if (reason) reasons.set(planned.callable.label, (reasons.get(planned.callable.label) ?? new Set()).add(reason))
  }
  return { steady, setAside: [...reasons].map(([label, found]) => `some calls of ${label}: ${[...found].join('; ')}`) }
}

function unsteady(first: Recording, again: Recording | undefined, shifted: Recording | undefined): string | null {
  if (first.status === 'timeout') return 'they did not end within 1.5 s'
  if (first.status === 'crashed') return 'they ran out of memory or crashed'
  if (first.status === 'exited') return 'they end the process'
  if (!again || signature(first) !== signature(again)) return 'the answer differs from one time to the next'
  if (!shifted || signature(first) !== signature(shifted)) return 'the answer depends on the clock, the time zone or chance'
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
  return value.t === 'function' || isWritable(value) || (value.t === 'iterator' && value.items.every(isWritable))
}
