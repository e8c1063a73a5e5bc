import type { Plan } from '../../contract/planning.ts'

/** What a recipe costs: nothing but time. */
export function freeEstimate(seconds: number): Plan['estimate'] {
  return { costMicros: 0, seconds, basis: 'a recipe calls no model' }
}
