import db from '@adonisjs/lucid/services/db'
import { sql } from '#shared/database/sql'
import { entitlements } from '#shared/plan/entitlements'
import { STALE_SECONDS } from '#workflows/services/step_lease'

export interface NextStep {
  team_id: string
  workflow_id: string
  step_id: string
  name: string
  attempt: number
  claims: number
  /** Queued since then, or last heard of. */
  since: Date
}

interface Wanted {
  most: number
  /** As if every plan had the same priority. */
  anyPriority?: boolean
  /** Only of teams that have nothing running; without meaning where all teams have the same plan. */
  newcomersOnly?: boolean
  staleSeconds?: number
}

/**
 * The steps that are to be run next, the first of them first: those whose worker was lost; then by the
 * priority of the plan; within it the team that has least running, and of a team what is under way before
 * what is new. A workflow beyond what its team may run at a time is not among them.
 */
export async function nextSteps({
  most,
  anyPriority = false,
  newcomersOnly = false,
  staleSeconds = STALE_SECONDS,
}: Wanted) {
  const plan = await entitlements()
  const { queuePriority, limits } = plan.standard
  const { rows } = await sql<NextStep>(
    db,
    `select * from next_steps(make_interval(secs => ?), cast(? as integer), cast(? as integer),
       cast(? as boolean), cast(? as boolean), cast(? as boolean), cast(? as integer))`,
    [
      staleSeconds,
      queuePriority,
      limits.concurrent_workflows,
      plan.plansDiffer,
      anyPriority,
      newcomersOnly && plan.plansDiffer,
      most,
    ]
  )
  return rows
}
