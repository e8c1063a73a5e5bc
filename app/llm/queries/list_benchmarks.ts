import { teamRows } from '#accounts/services/team_rows'

/** What one model has come to so far. Money is in micro-dollars. */
export interface BenchmarkResult {
  model: string
  runs: number
  finished: number
  verified: number
  costMicros: number
  /** Some of its calls have no known price. */
  unpriced: boolean
  seconds: number
}

export interface Benchmark {
  id: string
  tasks: number
  /** What all of it may cost; null: no more than budgets allow. */
  capMicros: number | null
  createdAt: string
  createdBy: string | null
  results: BenchmarkResult[]
}

/** The model that did a task first is shown beside the candidates, as it went then. */
const listSql = `
  select b.id, b.tasks, b.cap_micros as "capMicros", to_json(b.created_at) #>> '{}' as "createdAt", u.full_name as "createdBy",
    (select coalesce(json_agg(r), '[]') from (
      select m.model, count(br.workflow_id)::int as runs,
        count(*) filter (where w.status = 'finished')::int as finished,
        count(*) filter (where w.outcome = 'verified')::int as verified,
        coalesce(sum(w.cost_micros), 0)::bigint as "costMicros",
        coalesce(bool_or(exists (select from usage_records x where x.workflow_id = w.id and x.cost_micros is null)), false) as unpriced,
        coalesce(avg(extract(epoch from w.finished_at - w.started_at)), 0)::int as seconds
      from unnest(b.models) with ordinality as m (model, place)
      left join benchmark_runs br on br.benchmark_id = b.id and br.model = m.model
      left join workflows w on w.id = br.workflow_id
      group by m.model, m.place order by m.place) r) as results
  from benchmarks b left join users u on u.id = b.created_by
  order by b.created_at desc limit 5`

export const listBenchmarks = (teamId: string) => teamRows<Benchmark>(teamId, listSql)
