import { formatDuration } from './format.ts'
import { calc, type Unit } from './units.ts'

export type RoundingMode = 'nearest' | 'up' | 'down'

/**
 * Rounds a duration to a multiple of a step; half a step goes up.
 *
 * @example roundTo(4000, 1500) // 4500
 * @example roundTo(4000, 1500, 'down') // 3000
 * @throws RangeError when the step is not positive
 */
export function roundTo(ms: number, step: number, mode: RoundingMode = 'nearest'): number {
  if (!(step > 0)) throw new RangeError('The step must be positive')
  const steps = ms / step
  if (mode === 'up') return Math.ceil(steps) * step
  if (mode === 'down') return Math.floor(steps) * step
  return Math.round(steps) * step
}

/**
 * Rounds a duration to whole units.
 *
 * @example roundToUnit(5_399_999, 'm') // 5400000
 */
export function roundToUnit(ms: number, unit: Unit, mode: RoundingMode = 'nearest'): number {
  return roundTo(ms, calc(1, unit), mode)
}

/**
 * What is missing to the next multiple of a step; 0 when it is one.
 *
 * @example untilNext(4000, 1500) // 500
 */
export function untilNext(ms: number, step: number): number {
  return roundTo(ms, step, 'up') - ms
}
