import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { AuditActor } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import type { NewEvent } from '#workflows/enums/workflow_event'

export interface NewMessage {
  teamId: string
  workflowId: string
  text: string
  actor: AuditActor
  /** Of a message that came from outside: the same is kept once. */
  origin?: string | undefined
}

export interface SentMessage {
  id: string
  text: string
  createdAt: Date
}

const ENDLESS = 2_000_000_000

/**
 * Keeps what a person says to a workflow, for the next turn to hear.
 *
 * @returns null where it has as many as `most` already, or this very one
 */
export async function addMessage(
  trx: TransactionClientContract,
  { teamId, workflowId, text, actor, origin }: NewMessage,
  most = ENDLESS
): Promise<{ sent: SentMessage; event: NewEvent } | null> {
  const { rows } = await sql<SentMessage>(
    trx,
    `insert into workflow_messages (team_id, workflow_id, text, created_by, author_name, origin)
     select ?, ?, ?, ?, ?, ? where (select count(*) from workflow_messages where workflow_id = ?) < ?
     on conflict (workflow_id, origin) where origin is not null do nothing
     returning id, text, created_at as "createdAt"`,
    [teamId, workflowId, text, actor.userId, actor.name.slice(0, 160), origin ?? null, workflowId, most]
  )
  const sent = rows[0]
  if (!sent) return null
  const payload = { id: sent.id, text, by: actor.name, heard: false }
  return { sent, event: { kind: 'message', stepId: null, payload } }
}

export async function isKnownMessage(trx: TransactionClientContract, workflowId: string, origin: string) {
  const found = await trx
    .from('workflow_messages')
    .where({ workflow_id: workflowId, origin })
    .select('id')
    .first()
  return found !== null
}
