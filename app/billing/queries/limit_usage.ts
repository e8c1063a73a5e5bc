import { teamRows } from '#accounts/services/team_rows'
import { monthOf } from '#billing/services/month'

/** How much of everything countable a team uses. */
export interface LimitUsage {
  /** People who are in, and those who are invited. */
  members: number
  projects: number
  concurrent_workflows: number
  workflows_per_month: number
  /** Begun minutes. */
  sandbox_minutes_per_month: number
  platform_credit_micros_per_month: number
}

const statement = `
  select
    (select count(*) from memberships where team_id = $1)
      + (select count(*) from invitations where expires_at > now()) as members,
    (select count(*) from projects) as projects,
    (select count(*) from workflows where status = 'running') as concurrent_workflows,
    coalesce(m.workflows, 0) as workflows_per_month,
    ceil(coalesce(m.sandbox_ms, 0) / 60000.0)::integer as sandbox_minutes_per_month,
    coalesce(m.platform_micros, 0) as platform_credit_micros_per_month
  from (select $1::uuid as team_id) t left join monthly_usage m on m.team_id = t.team_id and m.month = $2::date`

export async function limitUsage(teamId: string, now = new Date()): Promise<LimitUsage> {
  const [row] = await teamRows<LimitUsage>(teamId, statement, [teamId, monthOf(now)])
  return row!
}
