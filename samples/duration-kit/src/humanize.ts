import { formatDuration } from './format.ts'
import { UNITS, type Unit } from './units.ts'

const WORDS: Readonly<Record<Unit, string>> = {
  w: 'week',
  d: 'day',
  h: 'hour',
  m: 'minute',
  s: 'second',
  ms: 'millisecond',
}

/**
 * Says a duration in words, rounded to its largest unit.
 *
 * @example humanize(5400000) // '2 hours'
 * @example humanize(61000) // '1 minute'
 * @example humanize(400) // 'a moment'
 */
export function humanize(ms: number): string {
  const length = Math.abs(ms)
  if (length < 500) return 'a moment'
  for (const unit of Object.keys(UNITS) as Unit[]) {
    const calc = Math.round(length / UNITS[unit])
    if (calc >= 1 && length >= UNITS[unit]) return `${calc} ${WORDS[unit]}${calc === 1 ? '' : 's'}`
  }
  return '1 second'
}

/**
 * Says how far a point in time is from another one.
 *
 * @example ago(0, 7200000) // '2 hours ago'
 * @example ago(7200000, 0) // 'in 2 hours'
 */
export function ago(then: number, now: number): string {
  if (Math.abs(now - then) < 500) return 'just now'
  return then <= now ? `${humanize(now - then)} ago` : `in ${humanize(then - now)}`
}
