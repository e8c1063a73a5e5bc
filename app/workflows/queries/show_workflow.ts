import { teamRows } from '#accounts/services/team_rows'
import NotFoundException from '#shared/exceptions/not_found_exception'
import type { Outcome, StepStatus, WorkflowStatus } from '#workflows/enums/status'
import type { StepName } from '#workflows/enums/step_name'
import type { ArtifactKind } from '#workflows/enums/workflow_event'

export interface WorkflowStep {
  id: string
  name: StepName
  attempt: number
  status: StepStatus
  error: string | null
  reused: boolean
  queuedAt: string | null
  startedAt: string | null
  finishedAt: string | null
}

export interface WorkflowDetails {
  id: string
  number: number
  task: string
  status: WorkflowStatus
  outcome: Outcome | null
  outcomeReason: string | null
  projectId: string
  projectName: string
  remoteUrl: string
  remoteKind: string
  baseCommit: string | null
  branch: string | null
  pushedCommit: string | null
  /** At the git host, once it is open; GitHub calls it a pull request, GitLab a merge request. */
  changeRequest: { number: number; url: string; kind: 'Pull' | 'Merge' } | null
  costMicros: number
  inputTokens: number
  outputTokens: number
  models: string[]
  parent: { id: string; number: number } | null
  rerunFrom: StepName | null
  createdBy: string | null
  /** Whether that is a robot of the team (a service token) and no person. */
  createdByRobot: boolean
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
  cancelRequestedAt: string | null
  lastSeq: number
  steps: WorkflowStep[]
  artifacts: { id: string; kind: ArtifactKind; stepId: string; size: number; createdAt: string }[]
}

const iso = (column: string, alias: string) => `to_json(${column}) #>> '{}' as "${alias}"`

const workflowSql = `
  select w.id, w.number, w.task, w.status, w.outcome, w.outcome_reason as "outcomeReason",
    w.project_id as "projectId", p.name as "projectName", p.remote_url as "remoteUrl", p.remote_kind as "remoteKind",
    w.base_commit as "baseCommit", w.branch, w.pushed_commit as "pushedCommit",
    case when w.change_request_number is null then null else json_build_object('number', w.change_request_number,
      'url', w.change_request_url, 'kind',
      case when w.change_request_url like '%/merge_requests/%' then 'Merge' else 'Pull' end) end as "changeRequest", w.cost_micros as "costMicros",
    case when parent.id is null then null else json_build_object('id', parent.id, 'number', parent.number) end as parent,
    w.rerun_from as "rerunFrom", coalesce(u.full_name, robot.name) as "createdBy",
    w.created_by_robot is not null as "createdByRobot",
    ${iso('w.created_at', 'createdAt')}, ${iso('w.started_at', 'startedAt')}, ${iso('w.finished_at', 'finishedAt')},
    ${iso('w.cancel_requested_at', 'cancelRequestedAt')}, w.last_seq as "lastSeq",
    coalesce(usage.input, 0)::bigint as "inputTokens", coalesce(usage.output, 0)::bigint as "outputTokens",
    coalesce(usage.models, '{}') as models,
    (select coalesce(json_agg(s order by s.position, s.attempt), '[]') from (
       select position, id, name, attempt, status, error, reused,
         ${iso('queued_at', 'queuedAt')}, ${iso('started_at', 'startedAt')}, ${iso('finished_at', 'finishedAt')}
       from workflow_steps where workflow_id = w.id) s) as steps,
    (select coalesce(json_agg(a order by a."createdAt"), '[]') from (
       select id, kind, step_id as "stepId", size, ${iso('created_at', 'createdAt')}
       from workflow_artifacts where workflow_id = w.id) a) as artifacts
  from workflows w
  join projects p on p.id = w.project_id
  left join workflows parent on parent.id = w.parent_id
  left join users u on u.id = w.created_by
  left join service_tokens robot on robot.id = w.created_by_robot
  left join lateral (
    select sum(input_tokens) as input, sum(output_tokens) as output, array_agg(distinct model::text) as models
    from usage_records where workflow_id = w.id) usage on true
  where w.id = $1`

/**
 * One workflow as its viewer shows it, in one statement.
 *
 * @throws NotFoundException for an absent workflow and for another team's alike
 */
export async function showWorkflow(teamId: string, id: string): Promise<WorkflowDetails> {
  const [row] = await teamRows<WorkflowDetails>(teamId, workflowSql, [id])
  if (!row) throw new NotFoundException('workflow')
  return row
}
