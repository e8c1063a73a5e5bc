import { teamRows } from '#accounts/services/team_rows'
import { type Page, pageOf } from '#shared/validators/pagination'
import type { Outcome, StepStatus, WorkflowStatus } from '#workflows/enums/status'
import type { StepName } from '#workflows/enums/step_name'

export interface WorkflowSummary {
  id: string
  number: number
  task: string
  status: WorkflowStatus
  outcome: Outcome | null
  outcomeReason: string | null
  projectId: string
  projectName: string
  branch: string | null
  costMicros: number
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
  /** The latest attempt of each step, in order. */
  steps: { name: StepName; status: StepStatus; attempt: number }[]
}

export interface WorkflowFilter {
  projectId?: string
  status?: WorkflowStatus
  outcome?: Outcome
  page?: number
  perPage?: number
}

interface Row extends Omit<WorkflowSummary, 'id'> {
  /** Null in the one row that carries the total of a page beyond the last. */
  id: string | null
  total: number
}

const where = `
  ($1::uuid is null or w.project_id = $1::uuid)
  and ($2::varchar is null or w.status = $2::varchar)
  and ($3::varchar is null or w.outcome = $3::varchar)`

const sql = `
  select w.id, w.number, w.task, w.status, w.outcome, w.outcome_reason as "outcomeReason",
    w.project_id as "projectId", p.name as "projectName", w.branch, w.cost_micros as "costMicros",
    to_json(w.created_at) #>> '{}' as "createdAt", to_json(w.started_at) #>> '{}' as "startedAt",
    to_json(w.finished_at) #>> '{}' as "finishedAt",
    (select json_agg(s order by s.position) from (
       select distinct on (position) position, name, status, attempt from workflow_steps
       where workflow_id = w.id order by position, attempt desc) s) as steps,
    counted.total
  from (select count(*) as total from workflows w where ${where}) counted
  left join (
    select * from workflows w where ${where} order by created_at desc, id desc limit $4 offset $5) w on true
  left join projects p on p.id = w.project_id
  order by w.created_at desc, w.id desc`

/** A team's workflows, newest first. */
export async function listWorkflows(
  teamId: string,
  filter: WorkflowFilter = {}
): Promise<Page<WorkflowSummary>> {
  const { page = 1, perPage = 20, projectId = null, status = null, outcome = null } = filter
  const values = [projectId, status, outcome, perPage, (page - 1) * perPage]
  const rows = await teamRows<Row>(teamId, sql, values)
  const data = rows.filter((row) => row.id !== null).map(({ total: _, ...row }) => row as WorkflowSummary)
  return pageOf(data, rows[0]!.total, page, perPage)
}
