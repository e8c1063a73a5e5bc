import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#shared/database/sql'

interface Benchmark {
  id: string
  model: string
  /** What the workflow may cost, in micro-dollars; null: as any other. */
  limitMicros: number | null
}

/** Makes a new workflow a run of a benchmark, with its limit in place before any model is called. */
export async function enterBenchmark(
  trx: TransactionClientContract,
  teamId: string,
  workflowId: string,
  source: string,
  { id, model, limitMicros }: Benchmark
): Promise<void> {
  await trx.table('benchmark_runs').insert({
    workflow_id: workflowId,
    team_id: teamId,
    benchmark_id: id,
    source_id: source,
    model,
  })
  if (limitMicros === null) return
  await sql(
    trx,
    `insert into budgets (team_id, scope, workflow_id, limit_micros) values (?, 'workflow', ?, ?)`,
    [teamId, workflowId, limitMicros]
  )
}
