import { teamRows } from '#accounts/services/team_rows'

/** One call of a model as the ledger has it. Money is in micro-dollars; null means that no price is known. */
export interface UsageRow {
  id: string
  workflowId: string | null
  stepId: string | null
  attempt: number | null
  callId: string
  provider: string
  model: string
  purpose: string
  payer: string
  inputTokens: number
  cachedInputTokens: number
  cacheWriteTokens: number
  outputTokens: number
  reasoningTokens: number
  costMicros: number | null
  savedMicros: number
  cacheHit: boolean
  priceVersion: string
  latencyMs: number
  createdAt: string
}

const listSql = `
  select id, workflow_id as "workflowId", step_id as "stepId", attempt, call_id as "callId", provider, model, purpose,
    payer, input_tokens as "inputTokens", cached_input_tokens as "cachedInputTokens",
    cache_write_tokens as "cacheWriteTokens", output_tokens as "outputTokens", reasoning_tokens as "reasoningTokens",
    cost_micros as "costMicros", saved_micros as "savedMicros", cache_hit as "cacheHit",
    price_version as "priceVersion", latency_ms as "latencyMs", to_json(created_at) #>> '{}' as "createdAt"
  from usage_records order by created_at desc, id desc limit $1 offset $2`

/** The ledger of a team, newest first. */
export async function listUsage(teamId: string, page = 1, perPage = 50) {
  const [data, [counted]] = await Promise.all([
    teamRows<UsageRow>(teamId, listSql, [perPage, (page - 1) * perPage]),
    teamRows<{ total: number }>(teamId, 'select count(*)::int as total from usage_records'),
  ])
  const total = counted?.total ?? 0
  return { data, meta: { page, perPage, total, lastPage: Math.max(1, Math.ceil(total / perPage)) } }
}
