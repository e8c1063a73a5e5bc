import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

const agent: AuditActor = { kind: 'agent', userId: null, name: 'AgentOps' }

interface Delivered {
  branch?: string
  pushed_commit?: string
  change_request_number?: number
  change_request_url?: string
}

/** The subject of an entry about a workflow, named as people know it. */
export async function workflowSubject(trx: TransactionClientContract, workflowId: string) {
  const { rows } = await sql<{ number: number; project: string }>(
    trx,
    'select w.number, p.name as project from workflows w join projects p on p.id = w.project_id where w.id = ?',
    [workflowId]
  )
  const name = rows[0] ? `${rows[0].project} #${rows[0].number}` : undefined
  return { kind: 'workflow', id: workflowId, ...(name ? { name } : {}) }
}

/** What AgentOps has left in somebody's repository by itself. */
export async function auditDelivery(
  trx: TransactionClientContract,
  { teamId, workflowId }: { teamId: string; workflowId: string },
  facts: Delivered
) {
  if (!facts.pushed_commit && !facts.change_request_url) return
  const entry = { teamId, actor: agent, subject: await workflowSubject(trx, workflowId) }
  if (facts.pushed_commit) {
    const details = { branch: facts.branch ?? null, commit: facts.pushed_commit }
    await recordAudit(trx, { ...entry, action: 'branch.pushed', details })
  }
  if (facts.change_request_url) {
    const details = { number: facts.change_request_number ?? null, url: facts.change_request_url }
    await recordAudit(trx, { ...entry, action: 'change_request.opened', details })
  }
}
