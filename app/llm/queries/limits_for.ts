import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { CounterScope, Spender } from '#llm/services/spend_scopes'
import { sql } from '#shared/database/sql'

export type Limits = Partial<Record<CounterScope, number>>

/** Of several limits on one thing the nearest counts: the workflow's own, then the project's, then the team's. */
const limitsSql = `
  select distinct on (scope) scope, limit_micros as "limit" from budgets
  where (project_id is null or project_id = cast(:project as uuid))
    and (workflow_id is null or workflow_id = cast(:workflow as uuid))
  order by scope, workflow_id nulls last, project_id nulls last`

/** The limits in micro-dollars that a call of this spender is held to; scopes without one are absent. */
export async function limitsFor(
  trx: TransactionClientContract,
  { projectId, workflowId }: Spender
): Promise<Limits> {
  const bindings = { project: projectId, workflow: workflowId }
  const { rows } = await sql<{ scope: CounterScope; limit: number }>(trx, limitsSql, bindings)
  return Object.fromEntries(rows.map(({ scope, limit }) => [scope, limit]))
}
