import { teamRows } from '#accounts/services/team_rows'
import { monthOf } from '#llm/services/months'

export interface Budgets {
  /** This calendar month (UTC). */
  month: string
  team: { spentMicros: number; heldMicros: number; limitMicros: number | null }
  /** For each workflow and each step, where a project has none of its own. */
  workflowLimitMicros: number | null
  stepLimitMicros: number | null
  savedMicros: number
  projects: ProjectBudget[]
}

export interface ProjectBudget {
  id: string
  name: string
  spentMicros: number
  limitMicros: number | null
  workflowLimitMicros: number | null
  stepLimitMicros: number | null
}

const limitOf = (scope: string, project: string) =>
  `(select limit_micros from budgets b where b.scope = '${scope}' and b.workflow_id is null
     and b.project_id is not distinct from ${project})`

const teamSql = `
  select coalesce(c.spent_micros, 0) as "spentMicros", coalesce(c.held_micros, 0) as "heldMicros",
    ${limitOf('team', 'null::uuid')} as "limitMicros",
    ${limitOf('workflow', 'null::uuid')} as "workflowLimitMicros",
    ${limitOf('step', 'null::uuid')} as "stepLimitMicros",
    (select coalesce(sum(saved_micros), 0)::bigint from usage_records
     where created_at >= $2::date and saved_micros > 0) as "savedMicros"
  from (select $1::uuid as id) t
  left join spend_counters c on c.team_id = t.id and c.scope = 'team' and c.subject = t.id and c.month = $2::date`

const projectsSql = `
  select p.id, p.name, coalesce(c.spent_micros, 0) as "spentMicros", ${limitOf('project', 'p.id')} as "limitMicros",
    ${limitOf('workflow', 'p.id')} as "workflowLimitMicros", ${limitOf('step', 'p.id')} as "stepLimitMicros"
  from projects p
  left join spend_counters c on c.scope = 'project' and c.subject = p.id and c.month = $1::date
  order by coalesce(c.spent_micros, 0) desc, p.name limit 200`

/** What a team may spend on models this month, what it has spent, and what calls that run hold. */
export async function listBudgets(teamId: string): Promise<Budgets> {
  const month = monthOf()
  const [[team], projects] = await Promise.all([
    teamRows<Budgets['team'] & Pick<Budgets, 'workflowLimitMicros' | 'stepLimitMicros' | 'savedMicros'>>(
      teamId,
      teamSql,
      [teamId, month]
    ),
    teamRows<ProjectBudget>(teamId, projectsSql, [month]),
  ])
  const { workflowLimitMicros, stepLimitMicros, savedMicros, ...spent } = team!
  return { month, team: spent, workflowLimitMicros, stepLimitMicros, savedMicros, projects }
}
