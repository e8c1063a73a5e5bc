import { compare } from './compare.ts'

/** A span of time in milliseconds since the epoch; `end` is the first moment that is not in it. */
export interface Range {
  start: number
  end: number
}

/**
 * A range out of two moments, whichever comes first.
 *
 * @example rangeOf(20, 10) // { start: 10, end: 20 }
 */
export function rangeOf(a: number, b: number): Range {
  return a <= b ? { start: a, end: b } : { start: b, end: a }
}

/**
 * @example lengthOf({ start: 10, end: 25 }) // 15
 */
export function lengthOf(range: Range): number {
  return range.end - range.start
}

/**
 * @example contains({ start: 0, end: 10 }, 0) // true
 * @example contains({ start: 0, end: 10 }, 10) // false
 */
export function contains(range: Range, moment: number): boolean {
  return moment >= range.start && moment < range.end
}

/**
 * @example overlaps({ start: 0, end: 10 }, { start: 5, end: 15 }) // true
 * @example overlaps({ start: 0, end: 10 }, { start: 10, end: 15 }) // false
 */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** The part that two ranges share, or `null` when they share none. */
export function intersection(a: Range, b: Range): Range | null {
  if (!overlaps(a, b)) return null
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) }
}

/**
 * Cuts a range into pieces of some length; the last one may be shorter.
 *
 * @example splitRange({ start: 0, end: 25 }, 10).length // 3
 * @throws RangeError when the length is not positive
 */
export function splitRange(range: Range, length: number): Range[] {
  if (!(length > 0)) throw new RangeError('The length must be positive')
  const pieces: Range[] = []
  for (let start = range.start; start < range.end; start += length) {
    pieces.push({ start, end: Math.min(start + length, range.end) })
  }
  return pieces
}

/** Joins ranges that overlap or touch, in the order of time. */
export function mergeRanges(ranges: Range[]): Range[] {
  const merged: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else merged.push({ ...range })
  }
  return merged
}
