import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Usage } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { monthOf } from '#llm/services/months'
import { countersOf, lockCounters, moveCounters, type Spender } from '#llm/services/spend_scopes'
import { sql } from '#shared/database/sql'

export interface UsageOwner {
  teamId: string
  /** Looked up by the workflow where absent. */
  projectId?: string | null
  /** Null for what belongs to no workflow: a check of a key, vectors for a map. */
  workflowId: string | null
  stepId: string | null
  attempt?: number
  /** The hold that the call is paid from, if money was held back. */
  holdId?: string | null
  /** A replay of past work, kept apart in what is shown of models. */
  benchmark?: boolean
}

const insertSql = `
  insert into usage_records (team_id, workflow_id, step_id, attempt, call_id, provider, model, purpose, input_tokens,
    cached_input_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_micros, price_version, latency_ms,
    payer, cache_hit, saved_micros, benchmark)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (team_id, call_id) do nothing`

/**
 * Enters one model call into the ledger, adds its cost to the workflow and to every budget it counts towards,
 * and takes it off what was held back for it: once, however often it is told.
 *
 * @returns false when the call was in the ledger already
 */
export function recordUsage(owner: UsageOwner, usage: Usage): Promise<boolean> {
  return withTeam(owner.teamId, async (trx) => {
    const { rowCount } = await sql(trx, insertSql, [
      owner.teamId,
      owner.workflowId,
      owner.stepId,
      owner.attempt ?? null,
      usage.callId,
      usage.provider,
      usage.model,
      usage.purpose,
      usage.inputTokens,
      usage.cachedInputTokens,
      usage.cacheWriteTokens,
      usage.outputTokens,
      usage.reasoningTokens,
      usage.costMicros,
      usage.priceVersion,
      usage.latencyMs,
      usage.payer,
      usage.cacheHit,
      usage.savedMicros,
      owner.benchmark ?? false,
    ])
    if (rowCount !== 1) return false
    await count(trx, owner, usage)
    return true
  })
}

async function count(trx: TransactionClientContract, owner: UsageOwner, usage: Usage) {
  // What is not known counts at the most it can have been: a budget is not to be passed unseen.
  const micros = usage.costMicros ?? usage.atMostMicros ?? 0
  if (owner.workflowId && usage.costMicros)
    await sql(trx, 'update workflows set cost_micros = cost_micros + ? where id = ?', [
      usage.costMicros,
      owner.workflowId,
    ])
  if (micros === 0) return
  const spender = await spenderOf(trx, owner)
  const counters = countersOf(spender)
  await lockCounters(trx, owner.teamId, counters)
  const freed = await takeOffHold(trx, owner.holdId ?? null, micros, usage.payer)
  await moveCounters(
    trx,
    owner.teamId,
    counters.map((counter) =>
      counter.scope === 'platform'
        ? { ...counter, spent: usage.payer === 'platform' ? micros : 0, held: -freed.platform }
        : { ...counter, spent: micros, held: -freed.own }
    )
  )
  if (usage.payer === 'platform') await countForPlan(trx, owner.teamId, micros)
}

async function spenderOf(trx: TransactionClientContract, owner: UsageOwner): Promise<Spender> {
  const { teamId, workflowId, stepId } = owner
  if (owner.projectId !== undefined || !workflowId)
    return { teamId, projectId: owner.projectId ?? null, workflowId, stepId }
  const { rows } = await sql<{ project_id: string }>(trx, 'select project_id from workflows where id = ?', [
    workflowId,
  ])
  return { teamId, projectId: rows[0]?.project_id ?? null, workflowId, stepId }
}

/** @returns how much of the hold, and of its part for the installation's keys, is not held any more */
async function takeOffHold(
  trx: TransactionClientContract,
  holdId: string | null,
  micros: number,
  payer: Usage['payer']
) {
  if (holdId === null) return { own: 0, platform: 0 }
  const ofPlatform = payer === 'platform' ? micros : 0
  const { rows } = await sql<{ own: number; platform: number }>(
    trx,
    `update spend_holds h set micros = h.micros - least(h.micros, :micros),
       platform_micros = h.platform_micros - least(h.platform_micros, :platform)
     from spend_holds before where before.id = h.id and h.id = :id
     returning before.micros - h.micros as own, before.platform_micros - h.platform_micros as platform`,
    { id: holdId, micros, platform: ofPlatform }
  )
  return rows[0] ?? { own: 0, platform: 0 }
}

/** What plans count: calls on the installation's own keys. */
async function countForPlan(trx: TransactionClientContract, teamId: string, micros: number) {
  await sql(
    trx,
    `insert into monthly_usage (team_id, month, platform_micros) values (?, ?, ?)
     on conflict (team_id, month) do update set platform_micros = monthly_usage.platform_micros + excluded.platform_micros`,
    [teamId, monthOf(), micros]
  )
}
