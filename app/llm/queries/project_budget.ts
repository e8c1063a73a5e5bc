import { teamRows } from '#accounts/services/team_rows'
import type { ProjectBudget } from '#llm/queries/list_budgets'
import { monthOf } from '#llm/services/months'
import NotFoundException from '#shared/exceptions/not_found_exception'

export interface ProjectBudgetWithTeam extends ProjectBudget {
  /** What holds where the project has no limit of its own; null: none. */
  teamWorkflowLimitMicros: number | null
  teamStepLimitMicros: number | null
}

const limit = (scope: string, project: string) =>
  `(select limit_micros from budgets b where b.scope = '${scope}' and b.workflow_id is null
     and b.project_id is not distinct from ${project})`

const projectSql = `
  select p.id, p.name, coalesce(c.spent_micros, 0) as "spentMicros", ${limit('project', 'p.id')} as "limitMicros",
    ${limit('workflow', 'p.id')} as "workflowLimitMicros", ${limit('step', 'p.id')} as "stepLimitMicros",
    ${limit('workflow', 'null::uuid')} as "teamWorkflowLimitMicros",
    ${limit('step', 'null::uuid')} as "teamStepLimitMicros"
  from projects p
  left join spend_counters c on c.scope = 'project' and c.subject = p.id and c.month = $2::date
  where p.id = $1`

/**
 * What one project may spend on models this month, and what it has spent.
 *
 * @throws NotFoundException for an absent project and for another team's alike
 */
export async function projectBudget(teamId: string, projectId: string): Promise<ProjectBudgetWithTeam> {
  const [row] = await teamRows<ProjectBudgetWithTeam>(teamId, projectSql, [projectId, monthOf()])
  if (!row) throw new NotFoundException('project')
  return row
}
