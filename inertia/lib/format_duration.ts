const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const two = (value: number) => String(value).padStart(2, '0')

/**
 * Milliseconds as `840 ms`, `3.2 s`, `42 s`, `2 m 05 s`, `1 h 03 m`. Cut, not rounded: 59.9 s has not yet
 * been a minute. `whole` leaves tenths and milliseconds out, for a figure that ticks.
 */
export function formatDuration(milliseconds: number, { whole = false } = {}): string {
  const ms = Math.max(0, Math.floor(milliseconds))
  if (ms < SECOND) return whole ? '0 s' : `${ms} ms`
  if (ms < 10 * SECOND && !whole) return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} m ${two(Math.floor((ms % MINUTE) / SECOND))} s`
  return `${Math.floor(ms / HOUR)} h ${two(Math.floor((ms % HOUR) / MINUTE))} m`
}
