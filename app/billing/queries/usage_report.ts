import { teamRows } from '#accounts/services/team_rows'
import { monthOf, nextMonthStart } from '#billing/services/month'

const MOST_WORKFLOWS = 20

export type ProjectUsage = {
  id: string
  /** Null for what belongs to no project, or to one that was removed. */
  name: string | null
  workflows: number
  calls: number
  /** Micro-dollars: of models that the installation pays for, and of the team's own keys. */
  platformMicros: number
  ownMicros: number
}

export type WorkflowUsage = {
  id: string
  number: number
  task: string
  project: string
  platformMicros: number
  ownMicros: number
}

export type UsageReport = {
  /** The first day of the month, and of the next. */
  from: string
  to: string
  projects: ProjectUsage[]
  /** The dearest ones. */
  workflows: WorkflowUsage[]
  /** Micro-dollars per day so far. */
  days: { day: string; micros: number }[]
  /** What the month comes to if it goes on like this; null on its first day. */
  forecastMicros: number | null
}

const sums = `
  count(*)::integer as calls,
  coalesce(sum(u.cost_micros) filter (where u.payer = 'platform'), 0) as "platformMicros",
  coalesce(sum(u.cost_micros) filter (where u.payer <> 'platform'), 0) as "ownMicros"`

const byProject = `
  select coalesce(p.id::text, 'none') as id, p.name, count(distinct u.workflow_id)::integer as workflows, ${sums}
  from usage_records u left join workflows w on w.id = u.workflow_id left join projects p on p.id = w.project_id
  where u.created_at >= $1 group by p.id, p.name
  order by sum(u.cost_micros) desc nulls last limit 100`

const byWorkflow = `
  select w.id, w.number, left(w.task, 200) as task, p.name as project, ${sums}
  from usage_records u join workflows w on w.id = u.workflow_id join projects p on p.id = w.project_id
  where u.created_at >= $1 group by w.id, w.number, w.task, p.name
  order by sum(u.cost_micros) desc nulls last limit ${MOST_WORKFLOWS}`

const byDay = `
  select to_char(u.created_at at time zone 'utc', 'YYYY-MM-DD') as day,
    coalesce(sum(u.cost_micros) filter (where u.payer = 'platform'), 0) as micros
  from usage_records u where u.created_at >= $1 group by 1 order by 1`

/** What the month comes to at the pace of its days so far. */
export function forecast(spentMicros: number, now: Date): number | null {
  const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)
  const passed = now.getTime() - start
  const whole = nextMonthStart(now).getTime() - start
  return passed < 86_400_000 ? null : Math.round((spentMicros * whole) / passed)
}

/** What models have cost this month, by project and by workflow. */
export async function usageReport(teamId: string, now = new Date()): Promise<UsageReport> {
  const from = monthOf(now)
  const [projects, workflows, days] = await Promise.all([
    teamRows<ProjectUsage>(teamId, byProject, [from]),
    teamRows<WorkflowUsage>(teamId, byWorkflow, [from]),
    teamRows<{ day: string; micros: number }>(teamId, byDay, [from]),
  ])
  const spent = days.reduce((sum, { micros }) => sum + Number(micros), 0)
  return {
    from,
    to: nextMonthStart(now).toISOString().slice(0, 10),
    projects: projects.map(plain),
    workflows: workflows.map(plain),
    days: days.map(({ day, micros }) => ({ day, micros: Number(micros) })),
    forecastMicros: forecast(spent, now),
  }
}

/** A sum of bigints arrives as text. */
const plain = <T extends { platformMicros: number; ownMicros: number }>(row: T): T => ({
  ...row,
  platformMicros: Number(row.platformMicros),
  ownMicros: Number(row.ownMicros),
})
