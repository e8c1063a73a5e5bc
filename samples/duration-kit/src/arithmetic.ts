import { parseDuration } from './parse.ts'
import { calc, type Unit } from './units.ts'

/** Milliseconds, or text that `parseDuration` reads. */
export type DurationLike = number | string

/**
 * @example toMilliseconds('2m') // 120000
 * @example toMilliseconds(1500) // 1500
 */
export function toMilliseconds(duration: DurationLike): number {
  return typeof duration === 'number' ? duration : parseDuration(duration)
}

/**
 * The sum of durations.
 *
 * @example add('1h', '30m') // 5400000
 */
export function add(...durations: DurationLike[]): number {
  return durations.reduce<number>((sum, each) => sum + toMilliseconds(each), 0)
}

/**
 * @example subtract('1h', '15m') // 2700000
 */
export function subtract(from: DurationLike, ...durations: DurationLike[]): number {
  return toMilliseconds(from) - add(...durations)
}

/** A duration so many times; half a millisecond and more counts as one. */
export function scale(duration: DurationLike, factor = 1): number {
  return Math.round(toMilliseconds(duration) * factor)
}

/** How many whole units fit into a duration. */
export function countOf(duration: DurationLike, unit: Unit): number {
  return Math.trunc(toMilliseconds(duration) / calc(1, unit))
}
