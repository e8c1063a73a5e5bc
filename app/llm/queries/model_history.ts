import { type ModelHistory, modelRefOf, type Payer, type ProviderName } from '@agentops/engine/contract'
import { teamRows } from '#accounts/services/team_rows'

interface Row extends Omit<ModelHistory, 'model'> {
  provider: string
  model: string
  payer: Payer
}

/**
 * What the team has seen of each model in the last 90 days. A run of `edit` is an attempt at a change; it is
 * verified when the tests of that attempt were green. Other kinds count where their workflow was verified. Where
 * several models had a part in it, it is to the credit of the one that brought it to its end alone.
 */
const historySql = `
  with calls as (
    select u.provider, u.model, u.payer, case u.purpose when 'repair' then 'edit' else u.purpose end as kind,
      u.workflow_id, coalesce(u.attempt, s.attempt) as attempt, u.cost_micros, u.latency_ms, u.created_at
    from usage_records u left join workflow_steps s on s.id = u.step_id
    where u.created_at > now() - interval '90 days' and not u.cache_hit
      and u.purpose in ('plan', 'edit', 'repair', 'test', 'review', 'explain') and u.workflow_id is not null
  ), speeds as (
    select provider, model, payer, kind, percentile_disc(0.5) within group (order by latency_ms)::int as "latencyMs",
      percentile_disc(0.95) within group (order by latency_ms)::int as "slowMs"
    from calls group by 1, 2, 3, 4
  ), tries as (
    select provider, model, payer, kind, workflow_id, attempt, sum(cost_micros) as cost,
      bool_or(cost_micros is null) as unpriced,
      max(created_at) = max(max(created_at)) over (partition by kind, workflow_id, attempt) as ended
    from calls group by 1, 2, 3, 4, 5, 6
  ), runs as (
    select t.provider, t.model, t.payer, t.kind, count(*)::int as runs,
      count(*) filter (where t.ended and case when t.kind = 'edit'
        then exists (select from workflow_steps v where v.workflow_id = t.workflow_id and v.name = 'test'
                     and v.attempt = t.attempt and v.status = 'succeeded') and w.outcome is distinct from 'unverified'
        else w.outcome = 'verified' end)::int as verified,
      percentile_disc(0.5) within group (order by t.cost) filter (where not t.unpriced)::bigint as "costMicros"
    from tries t join workflows w on w.id = t.workflow_id
    where w.status = 'finished' and w.outcome <> 'cancelled'
    group by 1, 2, 3, 4
  )
  select r.*, s."latencyMs", s."slowMs" from runs r join speeds s using (provider, model, payer, kind)
  order by r.runs desc limit 48`

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
