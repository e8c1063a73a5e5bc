import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Departure } from '@agentops/engine/contract'
import type { StepName } from '#workflows/enums/step_name'

type Round = Extract<StepName, 'plan' | 'generate'>

/** Where in a workflow a replay goes its own way, and how. */
export interface PlacedDeparture extends Departure {
  step: Round
  attempt: number
  position: number
}

/** How a workflow repeats another one: everything before one exchange is taken from its record. */
export interface Replay {
  /** The workflow whose record is taken. */
  source: string
  /** The exchange from which it goes its own way. */
  step: Round
  attempt: number
  before: number
  /** Its own one last; before it those of the workflows that its source repeats. */
  departures: PlacedDeparture[]
}

export async function replayOf(trx: TransactionClientContract, workflowId: string): Promise<Replay | null> {
  const row: { replay: Replay | null } | null = await trx
    .from('workflows')
    .where('id', workflowId)
    .select('replay')
    .first()
  // Replays from before there were departures have none.
  return row?.replay ? { ...row.replay, departures: row.replay.departures ?? [] } : null
}

const rounds: StepName[] = ['plan', 'generate']

interface Place {
  step: StepName
  attempt: number
}

/** Negative when `a` comes first, 0 within one round. */
const order = (a: Place, b: Place) => rounds.indexOf(a.step) - rounds.indexOf(b.step) || a.attempt - b.attempt

/** Departures of this very round: told to the engine, which knows the question. */
export const departuresAt = ({ departures }: Replay, place: Place): Departure[] =>
  departures
    .filter((one) => order(one, place) === 0)
    .map(({ hash, parts, message, model }) => ({ hash, parts, message, model }))

/** Departures of earlier rounds: what was said and chosen there holds in this one, too. */
export const departuresBefore = ({ departures }: Replay, place: Place): PlacedDeparture[] =>
  departures.filter((one) => order(one, place) < 0)

/** Those that lie before an exchange, or at it. */
export const departuresUpTo = (departures: PlacedDeparture[], place: Place & { before: number }) =>
  departures.filter(
    (one) => order(one, place) < 0 || (order(one, place) === 0 && one.position <= place.before)
  )
