import type { StoredEvent } from '../server_types.js'
import { applyEvent, isKind } from './apply_event.js'
import type { LiveAction, LiveState, StepLog } from './live_state.js'
import { linesOf } from './log_lines.js'

/** Beyond this, what came too early is forgotten; it is fetched again with the gap. */
const MAX_AHEAD = 2000

/**
 * Takes in what the network brings, in whatever order and however often: each event counts once, in its turn.
 * An event whose predecessors are missing waits; until they come, `hasGap` is true.
 */
export function reduce(state: LiveState, action: LiveAction): LiveState {
  switch (action.type) {
    case 'delivered':
      return deliver(state, action.events)
    case 'heard':
      return action.seq > state.heardSeq ? { ...state, heardSeq: action.seq } : state
    case 'reloaded':
      return reload(state, action.snapshot)
  }
}

function deliver(state: LiveState, events: readonly StoredEvent[]): LiveState {
  const ahead = new Map(state.ahead)
  let heardSeq = state.heardSeq
  for (const event of events) {
    heardSeq = Math.max(heardSeq, event.seq)
    if (event.seq > state.lastSeq && ahead.size < MAX_AHEAD) ahead.set(event.seq, event)
  }
  const due: StoredEvent[] = []
  for (let seq = state.lastSeq + 1; ahead.has(seq); seq++) {
    due.push(ahead.get(seq)!)
    ahead.delete(seq)
  }
  if (due.length === 0 && heardSeq === state.heardSeq && ahead.size === state.ahead.size) return state
  return takeIn({ ...state, heardSeq, ahead }, due)
}

function takeIn(state: LiveState, due: readonly StoredEvent[]): LiveState {
  if (due.length === 0) return state
  const news = due.filter((event) => event.seq > state.snapshot.lastSeq)
  const notes = due.filter((event) => isKind(event, 'note') && event.stepId)
  return {
    ...state,
    lastSeq: due.at(-1)!.seq,
    workflow: news.reduce(applyEvent, state.workflow),
    events: [...state.events, ...due.filter((event) => event.kind !== 'log')],
    logs: withLines(state.logs, due),
    notes: notes.length > 0 ? { ...state.notes, ...Object.fromEntries(notes.map(noteOf)) } : state.notes,
  }
}

const noteOf = (event: StoredEvent) => [event.stepId, isKind(event, 'note') ? event.payload.text : '']

function withLines(logs: LiveState['logs'], due: readonly StoredEvent[]): LiveState['logs'] {
  const grown = new Map<string, { lines: StepLog['lines'][number][]; leads: StepLog['leads'] }>()
  for (const event of due) {
    if (!isKind(event, 'log') || !event.stepId) continue
    const before = logs[event.stepId]
    const log = grown.get(event.stepId) ?? { lines: before?.lines.slice() ?? [], leads: { ...before?.leads } }
    for (const line of linesOf(event.payload, event.createdAt, log.leads)) log.lines.push(line)
    grown.set(event.stepId, log)
  }
  return grown.size > 0 ? { ...logs, ...Object.fromEntries(grown) } : logs
}

/** A newer snapshot replaces the older one; events that it does not know of yet are put on top again. */
function reload(state: LiveState, snapshot: LiveState['snapshot']): LiveState {
  if (snapshot === state.snapshot || snapshot.lastSeq < state.snapshot.lastSeq) return state
  const news = state.events.filter((event) => event.seq > snapshot.lastSeq)
  const heardSeq = Math.max(state.heardSeq, snapshot.lastSeq)
  return { ...state, snapshot, heardSeq, workflow: news.reduce(applyEvent, snapshot) }
}
