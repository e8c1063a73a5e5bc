import type { Capabilities } from '@agentops/engine/contract'
import { teamRows } from '#accounts/services/team_rows'
import { availableModels } from '#llm/queries/available_models'
import NotFoundException from '#shared/exceptions/not_found_exception'

/** What the strongest model alone would have cost, and how that is known. Money is in micro-dollars. */
export interface Counterfactual {
  model: string
  estimateMicros: number
  /** The middle half of past workflows; null when it was reckoned from tokens. */
  lowMicros: number | null
  highMicros: number | null
  /** How many past workflows of the team it rests on; 0 when it was reckoned from this one's own tokens. */
  workflows: number
}

export interface WorkflowReceipt {
  costMicros: number
  calls: number
  /** Calls whose price or counts are not known, and so are not in the cost. */
  unpricedCalls: number
  savedMicros: number
  /** What it may spend; null without a limit. */
  limitMicros: number | null
  priceVersions: string[]
  strongest: Counterfactual | null
}

interface Own extends Omit<WorkflowReceipt, 'strongest'> {
  models: string[]
  inputTokens: number
  cachedTokens: number
  outputTokens: number
}

/** Tokens are those of the first attempt: the strongest model alone would not have needed the others. */
const ownSql = `
  select w.cost_micros as "costMicros", count(u.id)::int as calls,
    count(u.id) filter (where u.cost_micros is null)::int as "unpricedCalls",
    coalesce(sum(u.saved_micros), 0)::bigint as "savedMicros",
    coalesce(array_agg(distinct u.price_version::text) filter (where u.id is not null), '{}') as "priceVersions",
    coalesce(array_agg(distinct u.model::text) filter (where u.id is not null), '{}') as models,
    coalesce(sum(u.input_tokens) filter (where coalesce(u.attempt, 1) = 1), 0)::bigint as "inputTokens",
    coalesce(sum(u.cached_input_tokens) filter (where coalesce(u.attempt, 1) = 1), 0)::bigint as "cachedTokens",
    coalesce(sum(u.output_tokens) filter (where coalesce(u.attempt, 1) = 1), 0)::bigint as "outputTokens",
    (select b.limit_micros from budgets b where b.scope = 'workflow'
       and (b.workflow_id = w.id or (b.workflow_id is null and (b.project_id is null or b.project_id = w.project_id)))
     order by b.workflow_id nulls last, b.project_id nulls last limit 1) as "limitMicros"
  from workflows w left join usage_records u on u.workflow_id = w.id
  where w.id = $1 group by w.id`

const pastSql = `
  select count(*)::int as workflows,
    percentile_disc(0.5) within group (order by cost)::bigint as middle,
    percentile_disc(0.25) within group (order by cost)::bigint as low,
    percentile_disc(0.75) within group (order by cost)::bigint as high
  from (
    select w.cost_micros as cost from workflows w
    where w.status = 'finished' and w.outcome = 'verified' and w.id <> $2
      and exists (select from usage_records u where u.workflow_id = w.id)
      and not exists (select from usage_records u where u.workflow_id = w.id
        and (u.cost_micros is null or u.model <> $1 or u.cache_hit))
    order by w.finished_at desc limit 200) past`

const ENOUGH = 3

/**
 * What a workflow has cost, beside what the strongest model alone would have.
 *
 * @throws NotFoundException for an absent workflow and for another team's alike
 */
export async function workflowReceipt(teamId: string, id: string): Promise<WorkflowReceipt> {
  const [[own], capabilities] = await Promise.all([
    teamRows<Own>(teamId, ownSql, [id]),
    availableModels(teamId),
  ])
  if (!own) throw new NotFoundException('workflow')
  const { models, inputTokens, cachedTokens, outputTokens, ...receipt } = own
  const strongest = own.calls > 0 ? strongestOf(capabilities) : null
  // Where only the strongest was asked there is nothing to compare with.
  if (!strongest || models.every((model) => model === strongest.model)) return { ...receipt, strongest: null }
  const [past] = await teamRows<{ workflows: number; middle: number; low: number; high: number }>(
    teamId,
    pastSql,
    [strongest.model, id]
  )
  if (past && past.workflows >= ENOUGH) {
    const { workflows, middle, low, high } = past
    const known = {
      model: strongest.model,
      estimateMicros: middle,
      lowMicros: low,
      highMicros: high,
      workflows,
    }
    return { ...receipt, strongest: known }
  }
  // Cached tokens are a tenth at most providers; their own price is not known here.
  const input = (inputTokens - cachedTokens + cachedTokens / 10) * strongest.price.input
  const estimateMicros = Math.ceil((input + outputTokens * strongest.price.output) / 1_000_000)
  const reckoned = { model: strongest.model, estimateMicros, lowMicros: null, highMicros: null, workflows: 0 }
  return { ...receipt, strongest: reckoned }
}

/** The dearest is taken for the strongest: that is what a team would use if money did not matter. */
function strongestOf(capabilities: Capabilities | null) {
  const priced = (capabilities?.models ?? []).flatMap(({ model, price }) => (price ? [{ model, price }] : []))
  return priced.sort((a, b) => b.price.output - a.price.output)[0] ?? null
}
