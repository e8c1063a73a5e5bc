import { teamRows } from '#accounts/services/team_rows'
import NotFoundException from '#shared/exceptions/not_found_exception'
import type { WorkflowStatus } from '#workflows/enums/status'
import type { StoredEvent } from '#workflows/enums/workflow_event'
import { type EventRow, toStoredEvent } from '#workflows/services/event_log'

export const MAX_EVENTS = 500

export interface EventPage {
  events: StoredEvent[]
  /** The newest event of the workflow; more are to be fetched while it is ahead of the last one here. */
  lastSeq: number
  /** The workflow's status as of `lastSeq`. */
  status: WorkflowStatus
}

type Row = { lastSeq: number; status: WorkflowStatus } & (EventRow | { seq: null })

const isEvent = (row: Row): row is Row & EventRow => row.seq !== null

const sql = `
  select w.last_seq as "lastSeq", w.status, e.seq, e.step_id, e.kind, e.payload, e.created_at
  from workflows w
  left join lateral (
    select seq, step_id, kind, payload, created_at from workflow_events
    where workflow_id = w.id and seq > $2 order by seq limit ${MAX_EVENTS}) e on true
  where w.id = $1 order by e.seq`

/**
 * Events after `after`, oldest first, at most 500 and about 2 MB.
 *
 * @throws NotFoundException for an absent workflow and for another team's alike
 */
export async function listEvents(teamId: string, workflowId: string, after: number): Promise<EventPage> {
  const rows = await teamRows<Row>(teamId, sql, [workflowId, after])
  const [first] = rows
  if (!first) throw new NotFoundException('workflow')
  return { events: rows.filter(isEvent).map(toStoredEvent), lastSeq: first.lastSeq, status: first.status }
}
