import { type DurationLike, toMilliseconds } from './arithmetic.ts'

/**
 * Orders durations from short to long; for `Array.prototype.sort`.
 *
 * @example compare('90s', '1m') // 1
 * @example compare('60s', '1m') // 0
 * @example compare(5, 10) // -1
 */
export function compare(a: DurationLike, b: DurationLike): -1 | 0 | 1 {
  const difference = toMilliseconds(a) - toMilliseconds(b)
  return difference === 0 ? 0 : difference < 0 ? -1 : 1
}

/**
 * @example isLonger('2h', '90m') // true
 */
export function isLonger(a: DurationLike, b: DurationLike): boolean {
  return compare(a, b) > 0
}

/** Whether two durations differ by no more than `tolerance`. */
export function isClose(a: DurationLike, b: DurationLike, tolerance: DurationLike = '1s'): boolean {
  return Math.abs(toMilliseconds(a) - toMilliseconds(b)) <= toMilliseconds(tolerance)
}

/** The longest of some durations in milliseconds, or 0 when there is none. */
export function longest(durations: DurationLike[]): number {
  return durations.length === 0 ? 0 : Math.max(...durations.map(toMilliseconds))
}

/** The shortest of some durations in milliseconds, or 0 when there is none. */
export function shortest(durations: DurationLike[]): number {
  return durations.length === 0 ? 0 : Math.min(...durations.map(toMilliseconds))
}

/**
 * A duration kept between two others.
 *
 * @example clamp('5m', '1m', '2m') // 120000
 * @throws RangeError when the lower bound is the longer one
 */
export function clamp(duration: DurationLike, lower: DurationLike, upper: DurationLike): number {
  const [low, high] = [toMilliseconds(lower), toMilliseconds(upper)]
  if (low > high) throw new RangeError('The lower bound is longer than the upper one')
  return Math.min(Math.max(toMilliseconds(duration), low), high)
}
