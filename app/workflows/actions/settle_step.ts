import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import { storableText } from '#shared/database/storable'
import type { Outcome, StepStatus } from '#workflows/enums/status'
import { type StepName, stepAfter } from '#workflows/enums/step_name'
import type { NewEvent } from '#workflows/enums/workflow_event'
import RepositoryAnalyzed from '#workflows/events/repository_analyzed'
import { type NewArtifact, storeArtifacts } from '#workflows/services/artifacts'
import { auditDelivery } from '#workflows/services/audit_delivery'
import { ringSoon } from '#workflows/services/bell'
import { appendEvents } from '#workflows/services/event_log'
import { announce } from '#workflows/services/live_channel'
import { pauseStep } from '#workflows/services/pause_step'
import { LeaseLost, type StepLease } from '#workflows/services/step_lease'
import { attemptAfter, finishWorkflow, lockWorkflow, queueStep } from '#workflows/services/transitions'

/** What a step may learn about its workflow. */
export interface WorkflowFacts {
  base_commit?: string
  branch?: string
  pushed_commit?: string
  change_request_number?: number
  change_request_url?: string
}

/** Where a workflow goes after a step: the edges of the state machine in app/workflows/README.md. */
export type Decision =
  | { kind: 'advance' }
  | { kind: 'wait' }
  /** The step lies down and is taken up again after that time, or when the host tells of a change. */
  | { kind: 'pause'; seconds: number; retried: boolean }
  | { kind: 'repair'; error: string }
  | {
      kind: 'finish'
      outcome: Outcome
      reason: string | null
      stepStatus: Extract<StepStatus, 'succeeded' | 'failed' | 'cancelled'>
    }

export interface Settlement {
  decision: Decision
  artifacts?: NewArtifact[]
  facts?: WorkflowFacts
}

const statusAfter = (decision: Decision): StepStatus => {
  switch (decision.kind) {
    case 'advance':
      return 'succeeded'
    case 'wait':
    case 'pause':
      return 'waiting'
    case 'repair':
      return 'failed'
    case 'finish':
      return decision.stepStatus
  }
}

function errorOf(decision: Decision) {
  if (decision.kind === 'repair') return storableText(decision.error)
  const failed = decision.kind === 'finish' && decision.stepStatus === 'failed'
  return failed && decision.reason !== null ? storableText(decision.reason) : null
}

/**
 * Ends a step: its artifacts, the facts it found, its status and the workflow's next state, in one
 * transaction that only the holder of the lease can make.
 *
 * @throws LeaseLost when another worker holds the step by now
 */
export default class SettleStep {
  async execute(lease: StepLease, { decision, artifacts = [], facts }: Settlement) {
    const events = await withTeam(lease.teamId, async (trx) => {
      await lockWorkflow(trx, lease.workflowId)
      await this.#endStep(trx, lease, decision)
      if (facts) {
        await trx.from('workflows').where('id', lease.workflowId).update(facts)
        await auditDelivery(trx, lease, facts)
      }
      const stored = await storeArtifacts(trx, lease, artifacts)
      const verdict = stored.find((artifact) => artifact.kind === 'verdict')
      if (verdict)
        await trx.from('workflows').where('id', lease.workflowId).update({ verdict_id: verdict.id })
      if (stored.some((artifact) => artifact.kind === 'analysis'))
        await RepositoryAnalyzed.dispatch(trx, lease.teamId, lease.workflowId)
      const next = await this.#move(trx, lease, decision)
      return appendEvents(trx, lease, [
        ...stored.map((artifact) => artifact.event),
        this.#stepEvent(lease, decision),
        ...next,
      ])
    })
    announce(lease.teamId, lease.workflowId, events)
    ringSoon()
  }

  async #endStep(trx: TransactionClientContract, lease: StepLease, decision: Decision) {
    const status = statusAfter(decision)
    const { rowCount } = await sql(
      trx,
      `update workflow_steps set status = ?, error = ?, lease_token = null,
         finished_at = case when ? = 'waiting' then null else clock_timestamp() end
       where id = ? and lease_token = ? and status = 'running'`,
      [status, errorOf(decision), status, lease.stepId, lease.token]
    )
    if (rowCount !== 1) throw new LeaseLost()
  }

  #stepEvent(lease: StepLease, decision: Decision): NewEvent {
    const payload = {
      step: lease.step,
      attempt: lease.attempt,
      status: statusAfter(decision),
      error: errorOf(decision),
    }
    return { kind: 'step', stepId: lease.stepId, payload }
  }

  async #move(trx: TransactionClientContract, lease: StepLease, decision: Decision): Promise<NewEvent[]> {
    switch (decision.kind) {
      case 'advance':
        return queueStep(trx, lease, ...(await this.#following(trx, lease)))
      case 'repair':
        return queueStep(trx, lease, 'generate', await attemptAfter(trx, lease.workflowId, 'generate'))
      case 'pause':
        await pauseStep(trx, lease, decision)
        return []
      case 'wait':
        await trx.from('workflows').where('id', lease.workflowId).update({ status: 'waiting' })
        return [
          { kind: 'workflow', stepId: null, payload: { status: 'waiting', outcome: null, reason: null } },
        ]
      case 'finish':
        return finishWorkflow(trx, lease, decision.outcome, decision.reason)
    }
  }

  /** A change is tested under the number of its own attempt; what comes after counts how often it was come to. */
  async #following(trx: TransactionClientContract, lease: StepLease): Promise<[StepName, number]> {
    const next = stepAfter(lease.step)
    if (!next) throw new Error(`Nothing follows ${lease.step}; it must finish the workflow`)
    return [next, next === 'test' ? lease.attempt : await attemptAfter(trx, lease.workflowId, next)]
  }
}
