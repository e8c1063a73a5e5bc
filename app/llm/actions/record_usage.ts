import type { Usage } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'

export interface UsageOwner {
  teamId: string
  workflowId: string
  stepId: string
}

/**
 * Enters one model call into the ledger and adds its cost to the workflow, once, however often it is told.
 *
 * @returns false when the call was in the ledger already
 */
export function recordUsage(owner: UsageOwner, usage: Usage): Promise<boolean> {
  return withTeam(owner.teamId, async (trx) => {
    const { rowCount } = await sql(
      trx,
      `insert into usage_records (team_id, workflow_id, step_id, call_id, provider, model, purpose, input_tokens,
         cached_input_tokens, output_tokens, reasoning_tokens, cost_micros, price_version, latency_ms)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (workflow_id, call_id) do nothing`,
      [
        owner.teamId,
        owner.workflowId,
        owner.stepId,
        usage.callId,
        usage.provider,
        usage.model,
        usage.purpose,
        usage.inputTokens,
        usage.cachedInputTokens,
        usage.outputTokens,
        usage.reasoningTokens,
        usage.costMicros,
        usage.priceVersion,
        usage.latencyMs,
      ]
    )
    if (rowCount !== 1) return false
    await trx.rawQuery('update workflows set cost_micros = cost_micros + ? where id = ?', [
      usage.costMicros ?? 0,
      owner.workflowId,
    ])
    return true
  })
}
