import { useMemo } from 'react'
import { isKind } from '../live/apply_event'
import type { StoredEvent, Usage } from '../server_types'

/** The calls of models among the events, each with when it was made. */
export function useUsage(events: readonly StoredEvent[]): (Usage & { at: string })[] {
  return useMemo(
    () =>
      events.flatMap((event) => (isKind(event, 'usage') ? [{ ...event.payload, at: event.createdAt }] : [])),
    [events]
  )
}
