/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface Interval {
  value: number
  low: number
  high: number
}

const resamples = 2_000

/** A sum over items with its 95 % interval, by drawing the items again with replacement. */
export function interval(values: readonly number[], random: () => number): Interval {
  const sums = Array.from({ length: resamples }, () => {
    let sum = 0
    for (let index = 0; index < values.length; index += 1)
      sum += values[Math.floor(random() * values.length)]!
    return sum
  }).sort((a, b) => a - b)
  return {
    value: values.reduce((sum, value) => sum + value, 0),
    low: sums[Math.floor(resamples * 0.025)]!,
    high: sums[Math.floor(resamples * 0.975)]!,
  }
}
