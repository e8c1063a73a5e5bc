import type { Payer, TaskKind } from '@agentops/engine/contract'
import { teamRows } from '#accounts/services/team_rows'
import { refOf } from '#llm/queries/model_history'

/** What a team has seen of one model in one kind of work. Money is in micro-dollars. */
export interface ModelStat {
  ref: string
  provider: string
  model: string
  payer: Payer
  kind: TaskKind
  /** Attempts; of a benchmark's as well. */
  runs: number
  verified: number
  costMicros: number
  /** Null before anything was verified, or while a price is not known. */
  costPerVerifiedMicros: number | null
  /** The middle and the slow end of single calls, in milliseconds. */
  latencyMs: number
  slowMs: number
  calls: number
  cacheHits: number
  savedMicros: number
}

type Row = Omit<ModelStat, 'ref' | 'costPerVerifiedMicros'> & { unpriced: number }

const statsSql = `
  with calls as (
    select u.*, case u.purpose when 'repair' then 'edit' else u.purpose end as kind,
      coalesce(u.attempt, s.attempt, 1) as of_attempt
    from usage_records u left join workflow_steps s on s.id = u.step_id
    where u.created_at > now() - make_interval(days => $1) and u.purpose not in ('check', 'embed')
  ), figures as (
    select provider, model, payer, kind, count(*)::int as calls, count(*) filter (where cache_hit)::int as "cacheHits",
      coalesce(sum(saved_micros), 0)::bigint as "savedMicros", coalesce(sum(cost_micros), 0)::bigint as "costMicros",
      count(*) filter (where cost_micros is null)::int as unpriced,
      coalesce(percentile_disc(0.5) within group (order by latency_ms) filter (where not cache_hit), 0)::int as "latencyMs",
      coalesce(percentile_disc(0.95) within group (order by latency_ms) filter (where not cache_hit), 0)::int as "slowMs"
    from calls group by 1, 2, 3, 4
  ), tries as (
    select c.provider, c.model, c.payer, c.kind, c.workflow_id, c.of_attempt,
      max(c.created_at) = max(max(c.created_at)) over (partition by c.kind, c.workflow_id, c.of_attempt)
        and case when c.kind = 'edit' then coalesce(bool_or(t.status = 'succeeded') and bool_and(w.outcome is distinct from 'unverified'), false)
        else bool_or(w.outcome = 'verified') end as passed
    from calls c join workflows w on w.id = c.workflow_id and w.status = 'finished' and w.outcome <> 'cancelled'
    left join workflow_steps t on t.workflow_id = c.workflow_id and t.name = 'test' and t.attempt = c.of_attempt
    group by 1, 2, 3, 4, 5, 6
  ), runs as (
    select provider, model, payer, kind, count(*)::int as runs, count(*) filter (where passed)::int as verified
    from tries group by 1, 2, 3, 4
  )
  select f.*, coalesce(r.runs, 0) as runs, coalesce(r.verified, 0) as verified
  from figures f left join runs r using (provider, model, payer, kind)
  order by f.kind, f."costMicros" desc limit 200`

/** Each model in each kind of work, from a team's own ledger and verdicts of the last `days` days. */
export async function modelStats(teamId: string, days: number): Promise<ModelStat[]> {
  const rows = await teamRows<Row>(teamId, statsSql, [days])
  return rows.map(({ unpriced, ...row }) => ({
    ...row,
    ref: refOf(row.provider, row.model, row.payer),
    costPerVerifiedMicros:
      row.verified > 0 && unpriced === 0 ? Math.round(row.costMicros / row.verified) : null,
  }))
}
