import type { LogStream, StoredEvent, Workflow } from '../server_types.js'
import type { LogLine } from './log_lines.js'

export interface StepLog {
  lines: readonly LogLine[]
  leads: Partial<Record<LogStream, string>>
}

/** All that the viewer knows. Everything up to `lastSeq` has been taken in, once and in order. */
export interface LiveState {
  /** As the server has rendered it last; true up to its own `lastSeq`. */
  snapshot: Workflow
  /** The snapshot with the events after it: what the page shows. */
  workflow: Workflow
  lastSeq: number
  /** The newest event known to exist. Ahead of `lastSeq` there is a gap to fetch. */
  heardSeq: number
  /** Events that came before their turn, by `seq`. */
  ahead: ReadonlyMap<number, StoredEvent>
  /** Everything but log lines, in order. */
  events: readonly StoredEvent[]
  /** By step id. */
  logs: Readonly<Record<string, StepLog>>
  /** What each step says it is doing now, by step id. */
  notes: Readonly<Record<string, string>>
}

export type LiveAction =
  | { type: 'delivered'; events: readonly StoredEvent[] }
  | { type: 'heard'; seq: number }
  | { type: 'reloaded'; snapshot: Workflow }

export function initialState(snapshot: Workflow): LiveState {
  return {
    snapshot,
    workflow: snapshot,
    lastSeq: 0,
    heardSeq: snapshot.lastSeq,
    ahead: new Map(),
    events: [],
    logs: {},
    notes: {},
  }
}

export const hasGap = (state: LiveState) => state.lastSeq < state.heardSeq
