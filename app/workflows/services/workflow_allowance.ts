import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#shared/database/sql'
import PlanLimitException, { demand } from '#shared/exceptions/plan_limit_exception'
import { entitlements } from '#shared/plan/entitlements'

/** What the statement that makes a workflow has to know of the plan, so that it can count by itself. */
export interface WorkflowAllowance {
  /** The first day of the month, UTC. */
  month: string
  /** 0 while nothing new may be started. */
  workflows: number
  /** Null: no limit. */
  sandboxMs: number | null
}

/** More than anybody can start in a month: the statement counts, and never comes to the end. */
const ENDLESS = 2_000_000_000

/**
 * From memory, so that it costs a request nothing.
 *
 * @returns null when there is nothing to count
 */
export async function workflowAllowance(teamId: string): Promise<WorkflowAllowance | null> {
  const { limits, readOnly } = await (await entitlements()).of(teamId)
  const workflows = readOnly ? 0 : limits.workflows_per_month
  const minutes = limits.sandbox_minutes_per_month
  if (workflows === null && minutes === null) return null
  return {
    month: new Date().toISOString().slice(0, 7).concat('-01'),
    workflows: workflows ?? ENDLESS,
    sandboxMs: minutes === null ? null : minutes * 60_000,
  }
}

/** Counts one more workflow in the caller's transaction. */
export async function countWorkflow(
  trx: TransactionClientContract,
  teamId: string,
  { month, workflows, sandboxMs }: WorkflowAllowance
): Promise<boolean> {
  const { rowCount } = await sql(
    trx,
    `insert into monthly_usage (team_id, month, workflows)
     select cast(:teamId as uuid), cast(:month as date), 1 where cast(:most as integer) > 0
     on conflict (team_id, month) do update set workflows = monthly_usage.workflows + 1
       where monthly_usage.workflows < :most
         and (cast(:sandboxMs as bigint) is null or monthly_usage.sandbox_ms < :sandboxMs)`,
    { teamId, month, most: workflows, sandboxMs }
  )
  return rowCount === 1
}

/** @throws PlanLimitException that says what has come to its end */
export async function refuseWorkflow(teamId: string): Promise<never> {
  const plan = await entitlements()
  const { readOnly, limits } = await plan.of(teamId)
  if (readOnly) throw new PlanLimitException(readOnly)
  demand(await plan.check(teamId, 'workflows_per_month'))
  demand(await plan.check(teamId, 'sandbox_minutes_per_month', 0))
  const minutes = limits.sandbox_minutes_per_month ?? 0
  const { message, ...refusal } = await plan.refusal(teamId, 'sandbox_minutes_per_month', minutes)
  throw new PlanLimitException(message, { message, ...refusal })
}
