import { calc, UNITS, type Unit } from './units.ts'

export interface FormatOptions {
  /** The longest unit to use. */
  largest?: Unit
  /** The shortest unit to use; what is left below it is dropped. */
  smallest?: Unit
  separator?: string
}

const ORDER: readonly Unit[] = ['w', 'd', 'h', 'm', 's', 'ms']

/**
 * Writes a duration in the form that `parseDuration` reads.
 *
 * @example formatDuration(5400000) // '1h 30m'
 * @example formatDuration(90061000, { largest: 'h' }) // '25h 1m 1s'
 * @example formatDuration(0) // '0s'
 */
export function formatDuration(ms: number, options: FormatOptions = {}): string {
  const { largest = 'd', smallest = 'ms', separator = ' ' } = options
  const units = ORDER.slice(ORDER.indexOf(largest), ORDER.indexOf(smallest) + 1)
  let rest = Math.abs(ms)
  const sign = ms < 0 ? '-' : ''
  const parts: string[] = []
  for (const unit of units) {
    const count = Math.floor(rest / UNITS[unit])
    if (count === 0) continue
    parts.push(`${sign}${count}${unit}`)
    rest -= calc(count, unit)
  }
  if (parts.length === 0) return smallest === 'ms' ? '0s' : `0${smallest}`
  return parts.join(separator)
}

/**
 * Writes a duration as on a clock.
 *
 * @example formatClock(3_725_000) // '1:02:05'
 * @example formatClock(65_000) // '1:05'
 */
export function formatClock(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const clock = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
  return ms < 0 ? `-${clock}` : clock
}
