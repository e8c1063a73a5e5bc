import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { formatExactTime } from '~/lib/format_time'
import type { StoredEvent, WorkflowStep } from '../server_types'
import { STEPS } from '../steps'
import { eventWords } from './event_words'

const ROW_PX = 32

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
})

/** Everything that happened but the log lines, numbered as it is stored. */
export function EventList({
  events,
  steps,
}: {
  events: readonly StoredEvent[]
  steps: readonly WorkflowStep[]
}) {
  const box = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: events.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  })
  if (events.length === 0) return <p className="p-4 text-muted">Nothing has happened yet.</p>
  const rows = virtual.getVirtualItems()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={box} aria-label="Events" tabIndex={0} className="max-h-96 overflow-auto -outline-offset-2">
      <div className="relative" style={{ height: virtual.getTotalSize() }}>
        <div style={{ transform: `translateY(${rows[0]?.start ?? 0}px)` }}>
          {rows.map(({ index }) => {
            const event = events[index]!
            const step = steps.find(({ id }) => id === event.stepId)
            return (
              <div
                key={event.seq}
                data-index={index}
                ref={virtual.measureElement}
                className="grid min-h-8 grid-cols-[3rem_6.5rem_minmax(0,1fr)] items-baseline gap-3 border-b px-3 py-1.5 text-sm"
              >
                <span className="tabular text-right text-muted">{event.seq}</span>
                <time
                  dateTime={event.createdAt}
                  title={formatExactTime(Date.parse(event.createdAt))}
                  className="tabular text-muted"
                >
                  {clock.format(Date.parse(event.createdAt))}
                </time>
                <span className="wrap-anywhere">
                  {event.kind === 'note' && step && (
                    <span className="text-muted">{STEPS[step.name].label}: </span>
                  )}
                  {eventWords(event)}
                </span>
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}
