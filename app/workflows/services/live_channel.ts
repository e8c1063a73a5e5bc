import transmit from '@adonisjs/transmit/services/main'
import type { StoredEvent } from '#workflows/enums/workflow_event'

/** PostgreSQL's NOTIFY carries 8,000 bytes; the bus wraps the message in a little more. */
const MAX_INLINE_BYTES = 6000

export const workflowChannel = (workflowId: string) => `workflows/${workflowId}`
/** Workers listen here; start/live.ts refuses everybody else. */
export const cancellationChannel = (workflowId: string) => `cancellations/${workflowId}`
export const teamChannel = (teamId: string) => `teams/${teamId}`

/** What subscribers hear: the range of new events and, when they fit, the events themselves. */
export interface LiveMessage {
  from: number
  to: number
  events: StoredEvent[] | null
}

/** Tells subscribers what has been committed. Losing a message loses nothing: the range shows the gap. */
export function announce(teamId: string, workflowId: string, events: StoredEvent[]) {
  if (events.length === 0) return
  const from = events[0]!.seq
  const to = events.at(-1)!.seq
  const fits = Buffer.byteLength(JSON.stringify(events)) <= MAX_INLINE_BYTES
  transmit.broadcast(workflowChannel(workflowId), { from, to, events: fits ? events : null } as never)

  const turning = events.some((event) => event.kind === 'workflow' || event.kind === 'step')
  if (turning) announceToTeam(teamId, workflowId, to)
}

/** Lets the worker that has the workflow look at once, instead of at its next heartbeat. */
export function announceCancellation(workflowId: string) {
  transmit.broadcast(cancellationChannel(workflowId), {})
}

/** Lists are asked for again as a whole, so that a burst of turns needs no message for each of them. */
const GATHER_MS = 100

/** Teams that have just been told, with what has turned since. */
const told = new Map<string, { workflowId: string; to: number } | null>()

/** Tells the team's lists that a workflow has come or turned: at once, and once more after a burst. */
export function announceToTeam(teamId: string, workflowId: string, to: number) {
  if (told.has(teamId)) {
    told.set(teamId, { workflowId, to })
    return
  }
  transmit.broadcast(teamChannel(teamId), { workflowId, to })
  told.set(teamId, null)
  setTimeout(() => {
    const latest = told.get(teamId)
    told.delete(teamId)
    if (latest) announceToTeam(teamId, latest.workflowId, latest.to)
  }, GATHER_MS)
}
