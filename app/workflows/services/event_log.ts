import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { teamRows } from '#accounts/services/team_rows'
import { storableJson } from '#shared/database/storable'
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

interface Owner {
  teamId: string
  workflowId: string
}

const statement = (workflowId: string, teamId: string, count: string, events: string, held = '') => `
  with ${held && `held as (${held}),`} counter as (
    update workflows set last_seq = last_seq + cast(${count} as bigint) where id = cast(${workflowId} as uuid)
      ${held && 'and exists (select from held)'}
    returning last_seq - cast(${count} as bigint) as base
  )
  insert into workflow_events (workflow_id, team_id, seq, step_id, kind, payload)
  select cast(${workflowId} as uuid), cast(${teamId} as uuid), counter.base + e.ord,
    (e.value ->> 'stepId')::uuid, e.value ->> 'kind', e.value -> 'payload'
  from counter, jsonb_array_elements(cast(${events} as jsonb)) with ordinality as e(value, ord)
  returning seq, step_id, kind, payload, created_at`

const inTransaction = statement(':workflowId', ':teamId', ':count', ':events')
/**
 * The locks let nobody take the step before these events are there: a new holder numbers its lines behind
 * them. Everybody locks the workflow before its steps, so that nobody waits for somebody who waits for them.
 */
const held = `
  select from workflow_steps where id = $5::uuid and lease_token = $6::uuid
    and exists (select from (select from workflows where id = $1::uuid for no key update) locked)
  for share`
const whileHeld = statement('$1', '$2', '$3', '$4', held)

const inOrder = (rows: EventRow[]) => rows.map(toStoredEvent).sort((a, b) => a.seq - b.seq)

/**
 * Appends events inside the caller's transaction. The counter on the workflow's row numbers them: the
 * row lock makes the numbers gapless and their order that of the commits.
 */
export async function appendEvents(
  trx: TransactionClientContract,
  { teamId, workflowId }: Owner,
  events: NewEvent[]
): Promise<StoredEvent[]> {
  if (events.length === 0) return []
  const bindings = { workflowId, teamId, count: events.length, events: storableJson(events) }
  const { rows } = await trx.rawQuery(inTransaction, bindings)
  return inOrder(rows)
}

/**
 * The same as a transaction of its own, in one round trip and only while the step is held: for log lines, of
 * which there are many.
 *
 * @returns null, with nothing written, when another worker has the step
 */
export async function appendEventsWhileHeld(
  { teamId, workflowId, stepId, token }: Owner & { stepId: string; token: string },
  events: NewEvent[]
): Promise<StoredEvent[] | null> {
  if (events.length === 0) return []
  const values = [workflowId, teamId, events.length, storableJson(events), stepId, token]
  const rows = await teamRows<EventRow>(teamId, whileHeld, values)
  return rows.length > 0 ? inOrder(rows) : null
}
