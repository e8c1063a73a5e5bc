import { type ModelHistory, modelRefOf, type Payer, type ProviderName } from '@agentops/engine/contract'
import { teamRows } from '#accounts/services/team_rows'

interface Row {
  provider: string
  model: string
  payer: Payer
  kind: ModelHistory['kind']
  runs: number
  verified: number
  latencyMs: number | null
  costMicros: number | null
}

/**
 * What the team has seen of each model in the last 90 days. A run of `edit` is an attempt at a change; it is
 * verified when the tests of that attempt were green. Other kinds count where their workflow was verified.
 */
const historySql = `
  with calls as (
    select u.provider, u.model, u.payer, case u.purpose when 'repair' then 'edit' else u.purpose end as kind,
      u.workflow_id, coalesce(u.attempt, s.attempt) as attempt, sum(u.cost_micros) as cost,
      sum(u.latency_ms) as latency, bool_or(u.cost_micros is null) as unpriced, max(u.created_at) as last
    from usage_records u left join workflow_steps s on s.id = u.step_id
    where u.created_at > now() - interval '90 days' and not u.cache_hit
      and u.purpose in ('plan', 'edit', 'repair', 'test', 'review', 'explain') and u.workflow_id is not null
    group by 1, 2, 3, 4, 5, 6
  )
  select c.provider, c.model, c.payer, c.kind, count(*)::int as runs,
    count(*) filter (where case when c.kind = 'edit'
      then exists (select from workflow_steps t where t.workflow_id = c.workflow_id and t.name = 'test'
                   and t.attempt = c.attempt and t.status = 'succeeded') and w.outcome is distinct from 'unverified'
      else w.outcome = 'verified' end)::int as verified,
    percentile_disc(0.5) within group (order by c.latency)::int as "latencyMs",
    percentile_disc(0.5) within group (order by c.cost) filter (where not c.unpriced)::bigint as "costMicros"
  from calls c join workflows w on w.id = c.workflow_id
  where w.status = 'finished' and w.outcome <> 'cancelled'
  group by 1, 2, 3, 4 order by runs desc limit 48`

export async function modelHistory(teamId: string): Promise<ModelHistory[]> {
  const rows = await teamRows<Row>(teamId, historySql)
  return rows.map(({ provider, model, payer, ...row }) => ({ ...row, model: refOf(provider, model, payer) }))
}

/** The installation's own compatible server goes by the bare names of OpenAI. */
export function refOf(provider: string, name: string, payer: Payer): string {
  return provider === 'openai-compatible' && payer === 'platform'
    ? name
    : modelRefOf({ provider: provider as ProviderName, name })
}
