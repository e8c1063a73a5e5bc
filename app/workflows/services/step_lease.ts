import { randomUUID } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { withTeam } from '#accounts/services/tenancy'
import type { StepName } from '#workflows/enums/step_name'
import { mayBegin } from '#workflows/services/concurrency'
import { appendEvents } from '#workflows/services/event_log'
import { announce } from '#workflows/services/live_channel'
import type { StepJob } from '#workflows/services/step_job'
import { addBell } from '#workflows/services/step_job'
import { lockWorkflow } from '#workflows/services/transitions'

/** A running step whose worker has not been heard of for this long may be taken by another. */
export const STALE_SECONDS = 8
export const HEARTBEAT_MS = 700

/**
 * The right to work on one step, held by one worker at a time. Every write of that worker names the
 * token; when another worker has taken the step since, the write changes nothing and the first one stops.
 */
export interface StepLease {
  teamId: string
  workflowId: string
  stepId: string
  step: StepName
  attempt: number
  token: string
  cancelRequested: boolean
  /** Where the step's log goes on: 1, or behind what an earlier worker wrote before it was lost. */
  nextLine: number
  /** How often the step has been taken without coming to an end, this time included. */
  claims: number
  /** Whether another worker, or this one earlier, has had the step before. */
  resumed: boolean
}

export class LeaseLost extends Error {}

async function lineAfter(trx: TransactionClientContract, stepId: string): Promise<number> {
  const { rows } = await trx.rawQuery(
    `select coalesce(max((payload ->> 'line')::int + length(payload ->> 'text')
       - length(replace(payload ->> 'text', e'\\n', ''))), 1) as line
     from workflow_events where step_id = ? and kind = 'log'`,
    [stepId]
  )
  return rows[0].line
}

/** Takes the step if it is queued, or running with nobody behind it; null when there is nothing to do. */
export async function claimStep({ teamId, workflowId, stepId }: StepJob): Promise<StepLease | null> {
  const token = randomUUID()
  const claimed = await withTeam(teamId, async (trx) => {
    const workflow = await lockWorkflow(trx, workflowId)
    if (!workflow || workflow.status === 'finished') return null
    if (workflow.status !== 'running' && !(await mayBegin(trx, teamId))) return null
    const { rows } = await trx.rawQuery(
      `update workflow_steps
       set status = 'running', lease_token = ?, claims = claims + 1, heartbeat_at = clock_timestamp(),
           started_at = coalesce(started_at, clock_timestamp())
       where id = ? and (status = 'queued'
         or (status = 'running' and heartbeat_at < clock_timestamp() - make_interval(secs => ?)))
       returning name, attempt, claims, claims - pauses as tries`,
      [token, stepId, STALE_SECONDS]
    )
    const step = rows[0] as { name: StepName; attempt: number; claims: number; tries: number } | undefined
    if (!step) return null
    const turned = workflow.status !== 'running'
    if (turned) {
      await trx.rawQuery(
        `update workflows set status = 'running', started_at = coalesce(started_at, clock_timestamp()) where id = ?`,
        [workflowId]
      )
    }
    const events = await appendEvents(trx, { teamId, workflowId }, [
      ...(turned
        ? [
            {
              kind: 'workflow' as const,
              stepId: null,
              payload: { status: 'running' as const, outcome: null, reason: null },
            },
          ]
        : []),
      {
        kind: 'step',
        stepId,
        payload: { step: step.name, attempt: step.attempt, status: 'running', error: null },
      },
    ])
    const nextLine = step.claims > 1 ? await lineAfter(trx, stepId) : 1
    return { step, workflow, events, nextLine }
  })
  if (!claimed) return null
  announce(teamId, workflowId, claimed.events)
  return {
    teamId,
    workflowId,
    stepId,
    step: claimed.step.name,
    attempt: claimed.step.attempt,
    token,
    cancelRequested: claimed.workflow.cancelRequested,
    nextLine: claimed.nextLine,
    claims: claimed.step.tries,
    resumed: claimed.step.tries > 1,
  }
}

/**
 * Says that the worker lives.
 *
 * @returns whether somebody has asked to cancel
 * @throws LeaseLost when the step belongs to another worker by now
 */
export function heartbeat(lease: StepLease): Promise<boolean> {
  return withTeam(lease.teamId, async (trx) => {
    const { rows } = await trx.rawQuery(
      `update workflow_steps s set heartbeat_at = clock_timestamp()
       from workflows w
       where s.id = ? and s.lease_token = ? and s.status = 'running' and w.id = s.workflow_id
       returning w.cancel_requested_at is not null as "cancelRequested"`,
      [lease.stepId, lease.token]
    )
    if (!rows[0]) throw new LeaseLost()
    return rows[0].cancelRequested
  })
}

/** Gives the step back unfinished, for the next worker to start over: used when this process is asked to end. */
export async function releaseStep(lease: StepLease) {
  const { teamId, workflowId, stepId, step, attempt } = lease
  const events = await withTeam(teamId, async (trx) => {
    await lockWorkflow(trx, workflowId)
    const { rows } = await trx.rawQuery(
      `update workflow_steps set status = 'queued', lease_token = null, queued_at = clock_timestamp()
       where id = ? and lease_token = ? and status = 'running' returning claims`,
      [stepId, lease.token]
    )
    if (!rows[0]) return []
    await addBell(trx, { teamId, workflowId, stepId }, { name: step, attempt, claims: rows[0].claims })
    const payload = { step, attempt, status: 'queued' as const, error: null }
    return appendEvents(trx, { teamId, workflowId }, [{ kind: 'step', stepId, payload }])
  })
  announce(teamId, workflowId, events)
}
