import type { Setback } from '../../contract/routing.ts'
import type { Ask } from './candidate.ts'
import type { Expected } from './expected.ts'

/** Where on the ladder a choice fell, and how it came there. */
export interface Position {
  index: number
  /** Where it was before the last setback. */
  before: number
  /** Whether the plan names where to begin. */
  planned: boolean
  /** The place that a much quicker one was preferred to. */
  passedOver: number | null
}

/** One sentence for the person watching. */
export function reasonOf(ask: Ask, ladder: readonly Expected[], position: Position): string {
  const { index, planned, passedOver } = position
  const { candidate, solves, runs } = ladder[index]!
  const setback = ask.setbacks.at(-1)
  if (setback) return moved(ask, ladder, position, setback)
  if (ladder.length === 1) return `Using ${candidate.name}, the only model there is for this.`
  if (planned) return `Using ${candidate.name}, as planned.`
  if (passedOver !== null) return quickerThan(ladder[index]!, ladder[passedOver]!)
  const basis =
    runs > 0
      ? `${Math.round(solves * 100)} % expected to pass after ${runs} such ${runs === 1 ? 'task' : 'tasks'} of your team`
      : `no task of your team was seen with it yet`
  const place = index === 0 ? 'the cheapest' : `number ${index + 1} of ${ladder.length} from cheap to strong`
  return `Using ${candidate.name}, ${place}, for this ${ask.difficulty} ${ask.kind}: ${basis}.`
}

function moved(ask: Ask, ladder: readonly Expected[], { index, before }: Position, setback: Setback): string {
  const name = ladder[index]!.candidate.name
  const what = happened(setback, ask, ladder[before]!.candidate.name)
  if (index > before) return `Moving up to ${name} because ${what}.`
  const why = index === ladder.length - 1 ? 'there is none stronger' : 'the policy goes no further up'
  return `Staying with ${name} although ${what}: ${why}.`
}

function happened(setback: Setback, { setbacks }: Ask, name: string): string {
  switch (setback) {
    case 'red_verdict':
      return `attempt ${setbacks.filter((one) => one === setback).length} did not pass the tests`
    case 'malformed_edits':
      return `${name} gave edits that could not be used`
    case 'refusal':
      return `${name} declined`
  }
}

const seconds = (ms: number | null) => `${((ms ?? 0) / 1000).toFixed((ms ?? 0) < 10_000 ? 1 : 0)} s`

function quickerThan({ candidate, latencyMs }: Expected, other: Expected): string {
  const times = `answers in about ${seconds(latencyMs)} where ${other.candidate.name} takes ${seconds(other.latencyMs)}`
  return `Using ${candidate.name}, which ${times}, at about the same price and success.`
}
