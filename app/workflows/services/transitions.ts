import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#shared/database/sql'
import { storableText } from '#shared/database/storable'
import type { Outcome, WorkflowStatus } from '#workflows/enums/status'
import { type StepName, stepPosition } from '#workflows/enums/step_name'
import type { NewEvent } from '#workflows/enums/workflow_event'
import { addBell } from '#workflows/services/step_job'

interface Owner {
  teamId: string
  workflowId: string
}

/**
 * Whoever changes a workflow or its steps takes this lock first: one order for all, or two of them could
 * wait for each other.
 *
 * @returns what it is by now; undefined when there is none
 */
export async function lockWorkflow(trx: TransactionClientContract, workflowId: string) {
  const { rows } = await trx.rawQuery(
    `select status, cancel_requested_at is not null as "cancelRequested" from workflows where id = ?
     for no key update`,
    [workflowId]
  )
  return rows[0] as { status: WorkflowStatus; cancelRequested: boolean } | undefined
}

/** Queues a step, adding its row when it is a further attempt, and puts its bell into the outbox. */
export async function queueStep(
  trx: TransactionClientContract,
  { teamId, workflowId }: Owner,
  name: StepName,
  attempt: number
): Promise<NewEvent[]> {
  const { rows } = await trx.rawQuery(
    `insert into workflow_steps (team_id, workflow_id, name, position, attempt, status, queued_at)
     values (?, ?, ?, ?, ?, 'queued', clock_timestamp())
     on conflict (workflow_id, name, attempt) do update set status = 'queued', queued_at = clock_timestamp()
       where workflow_steps.status in ('pending', 'waiting')
     returning id, claims`,
    [teamId, workflowId, name, stepPosition(name), attempt]
  )
  const step = rows[0] as { id: string; claims: number } | undefined
  if (!step) return []
  await addBell(trx, { teamId, workflowId, stepId: step.id }, { name, attempt, claims: step.claims })
  return [{ kind: 'step', stepId: step.id, payload: { step: name, attempt, status: 'queued', error: null } }]
}

/** The number of a step's next attempt: one more than the last that was come to. */
export async function attemptAfter(trx: TransactionClientContract, workflowId: string, name: StepName) {
  const { rows } = await sql<{ next: number }>(
    trx,
    `select coalesce(max(attempt), 0) + 1 as next from workflow_steps
     where workflow_id = ? and name = ? and status <> 'pending'`,
    [workflowId, name]
  )
  return rows[0]!.next
}

/** Ends a workflow that has not ended; what was still to come is marked as never done. */
export async function finishWorkflow(
  trx: TransactionClientContract,
  { workflowId }: Owner,
  outcome: Outcome,
  why: string | null
): Promise<NewEvent[]> {
  // It may quote what a program printed.
  const reason = why && storableText(why)
  const { rowCount } = await sql(
    trx,
    `update workflows set status = 'finished', outcome = ?, outcome_reason = ?, finished_at = clock_timestamp()
     where id = ? and status <> 'finished'`,
    [outcome, reason, workflowId]
  )
  if (rowCount !== 1) return []
  const left = outcome === 'cancelled' ? 'cancelled' : 'skipped'
  const { rows } = await trx.rawQuery(
    `update workflow_steps set status = ?, finished_at = clock_timestamp(), lease_token = null
     where workflow_id = ? and status in ('pending', 'queued', 'waiting', 'running')
     returning id, name, attempt`,
    [left, workflowId]
  )
  await trx.from('outbox').where('workflow_id', workflowId).delete()
  return [
    ...rows.map(
      (row: { id: string; name: StepName; attempt: number }): NewEvent => ({
        kind: 'step',
        stepId: row.id,
        payload: { step: row.name, attempt: row.attempt, status: left, error: null },
      })
    ),
    { kind: 'workflow', stepId: null, payload: { status: 'finished', outcome, reason } },
  ]
}
