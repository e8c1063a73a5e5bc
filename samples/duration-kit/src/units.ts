export type Unit = 'ms' | 's' | 'm' | 'h' | 'd' | 'w'

/** Length of each unit in milliseconds, longest first. */
export const UNITS: Readonly<Record<Unit, number>> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
  ms: 1,
}

const NAMES: Readonly<Record<Unit, readonly string[]>> = {
  w: ['w', 'wk', 'week', 'weeks'],
  d: ['d', 'day', 'days'],
  h: ['h', 'hr', 'hrs', 'hour', 'hours'],
  m: ['m', 'min', 'mins', 'minute', 'minutes'],
  s: ['s', 'sec', 'secs', 'second', 'seconds'],
  ms: ['ms', 'msec', 'millisecond', 'milliseconds'],
}

/** Names that version 0 understood. */
export const LEGACY_NAMES: Readonly<Record<string, Unit>> = { hh: 'h', mm: 'm', ss: 's' }

/**
 * The unit that a word stands for, or `undefined` when it stands for none.
 *
 * @example unitFromName('hours') // 'h'
 * @example unitFromName('Min') // 'm'
 * @example unitFromName('fortnight') // undefined
 */
export function unitFromName(name: string): Unit | undefined {
  const word = name.toLowerCase()
  return (Object.keys(NAMES) as Unit[]).find((unit) => NAMES[unit].includes(word))
}

/**
 * An amount of some unit in milliseconds.
 *
 * @example calc(2, 'h') // 7200000
 */
export function calc(amount: number, unit: Unit): number {
  return amount * UNITS[unit]
}
