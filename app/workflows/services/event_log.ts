import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { NewEvent, StoredEvent } from '#workflows/enums/workflow_event'

export interface EventRow {
  seq: string
  step_id: string | null
  kind: StoredEvent['kind']
  payload: StoredEvent['payload']
  created_at: Date
}

export const toStoredEvent = (row: EventRow): StoredEvent => ({
  seq: Number(row.seq),
  stepId: row.step_id,
  kind: row.kind,
  payload: row.payload,
  createdAt: row.created_at.toISOString(),
})

/**
 * Appends events inside the caller's transaction. The counter on the workflow's row numbers them: the
 * row lock makes the numbers gapless and their order that of the commits.
 */
export async function appendEvents(
  trx: TransactionClientContract,
  { teamId, workflowId }: { teamId: string; workflowId: string },
  events: NewEvent[]
): Promise<StoredEvent[]> {
  if (events.length === 0) return []
  const { rows } = await trx.rawQuery(
    `with counter as (
       update workflows set last_seq = last_seq + cast(:count as bigint) where id = cast(:workflowId as uuid) returning last_seq - cast(:count as bigint) as base
     )
     insert into workflow_events (workflow_id, team_id, seq, step_id, kind, payload)
     select cast(:workflowId as uuid), cast(:teamId as uuid), counter.base + e.ord, (e.value ->> 'stepId')::uuid, e.value ->> 'kind', e.value -> 'payload'
     from counter, jsonb_array_elements(cast(:events as jsonb)) with ordinality as e(value, ord)
     returning seq, step_id, kind, payload, created_at`,
    // NUL cannot stand in PostgreSQL text; a program may well print one.
    {
      workflowId,
      teamId,
      count: events.length,
      events: JSON.stringify(events).replaceAll('\\u0000', '\\ufffd'),
    }
  )
  return rows.map(toStoredEvent).sort((a: StoredEvent, b: StoredEvent) => a.seq - b.seq)
}
