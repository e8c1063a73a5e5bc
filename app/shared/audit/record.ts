import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { AuditAction } from '#shared/audit/actions'
import { sql } from '#shared/database/sql'
import { storableJson } from '#shared/database/storable'

export interface AuditActor {
  /** `robot`: a service token of a team; `agent`: AgentOps on its own within a workflow; `system`: jobs and webhooks. */
  kind: 'person' | 'robot' | 'agent' | 'system'
  /** The person behind it, where there is one. */
  userId: string | null
  /** As it is shown, also after the person is gone. */
  name: string
  /** Where the request came from; null for what no request caused. */
  address?: string | null
}

export interface AuditEntry {
  /** Null for what belongs to no team: sign-ins, acts of an installation's operators. */
  teamId: string | null
  actor: AuditActor
  action: AuditAction
  subject?: { kind: string; id: string; name?: string }
  /** Facts for a person who asks later. Never a secret, never a body. */
  details?: Record<string, string | number | boolean | null>
}

export const system: AuditActor = { kind: 'system', userId: null, name: 'AgentOps' }

/** Adds to the audit trail in the transaction of what is being recorded, so that neither exists without the other. */
export async function recordAudit(
  trx: TransactionClientContract,
  { teamId, actor, action, subject, details }: AuditEntry
) {
  await sql(
    trx,
    `insert into audit_entries (team_id, user_id, actor_kind, actor_name, action, subject_kind, subject_id,
       subject_name, details, address) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      teamId,
      actor.userId,
      actor.kind,
      actor.name.slice(0, 160),
      action,
      subject?.kind ?? null,
      subject?.id ?? null,
      subject?.name?.slice(0, 200) ?? null,
      storableJson(details ?? {}),
      actor.address ?? null,
    ]
  )
}
