import { memo } from './memo.ts'
import { calc, type Unit, unitFromName } from './units.ts'

/** A schedule: each `interval` milliseconds, `offset` milliseconds after the full interval. */
export interface Schedule {
  interval: number
  offset: number
}

const SHORTHANDS: Readonly<Record<string, string>> = {
  '@hourly': 'every hour',
  '@daily': 'every day',
  '@weekly': 'every week',
}

const EVERY = /^every\s+(?:(\d+)\s+)?([a-z]+)(?:\s+at\s+\+(\d+)\s*([a-z]+))?$/i

/**
 * Reads a schedule such as `every 15 minutes`, `every day at +8h` or `@hourly`.
 *
 * @example parseEvery('every 15 minutes') // { interval: 900000, offset: 0 }
 * @example parseEvery('@daily') // { interval: 86400000, offset: 0 }
 * @throws TypeError when the text is not a schedule
 */
export const parseEvery: (text: string) => Schedule = memo((text: string): Schedule => {
  const match = EVERY.exec(SHORTHANDS[text.trim().toLowerCase()] ?? text.trim())
  if (!match) throw new TypeError(`Not a schedule: ${JSON.stringify(text)}`)
  const [, count = '1', name, offset = '0', offsetName = 'ms'] = match
  const interval = calc(Number(count), unit(name!))
  if (interval === 0) throw new TypeError('A schedule needs an interval')
  return { interval, offset: calc(Number(offset), unit(offsetName)) % interval }
}, 50)

function unit(name: string): Unit {
  const found = unitFromName(name)
  if (!found) throw new TypeError(`Unknown unit: ${name}`)
  return found
}

/**
 * The first moment of a schedule after another moment.
 *
 * @example nextRun('every 15 minutes', 0) // 900000
 */
export function nextRun(schedule: string, after: number): number {
  const { interval, offset } = parseEvery(schedule)
  return (Math.floor((after - offset) / interval) + 1) * interval + offset
}

/** The next few moments of a schedule after another moment. */
export function nextRuns(schedule: string, after: number, count = 3): number[] {
  const runs: number[] = []
  let moment = after
  for (let run = 0; run < count; run++) {
    moment = nextRun(schedule, moment)
    runs.push(moment)
  }
  return runs
}
