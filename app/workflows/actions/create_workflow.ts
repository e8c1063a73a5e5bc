import { teamRows } from '#accounts/services/team_rows'
import { err, ok, type Result } from '#shared/result'
import type { WorkflowStatus } from '#workflows/enums/status'
import { plannedSteps } from '#workflows/enums/step_name'
import { ringSoon } from '#workflows/services/bell'
import { announceToTeam } from '#workflows/services/live_channel'
import { refuseWorkflow, workflowAllowance } from '#workflows/services/workflow_allowance'

export interface CreateWorkflowInput {
  teamId: string
  projectId: string
  userId: string | null
  /** The service token that asks, where no person does. */
  robotId?: string | null
  task: string
  /** The same key in the same team names the same workflow, however often it is sent. */
  idempotencyKey?: string | null
  /** What it begins on, and where its change goes; the project's default branch when absent. */
  baseBranch?: string | undefined
}

export interface CreatedWorkflow {
  id: string
  number: number
  status: WorkflowStatus
  createdAt: Date
  /** False when the key had been used before and this is that workflow. */
  created: boolean
}

interface Row extends CreatedWorkflow {
  /** Whether the workflow is what this request asks for; its key may have been used for something else. */
  same: boolean
}

/** Counts the workflow against the plan, in the same statement; without a row, there is none left. */
const counted = `
  counted as (
    insert into monthly_usage (team_id, month, workflows)
    select $1::uuid, $8::date, 1
    where $9::integer > 0 and not exists (select from existing) and exists (select from projects where id = $2)
    on conflict (team_id, month) do update set workflows = monthly_usage.workflows + 1
      where monthly_usage.workflows < $9 and ($10::bigint is null or monthly_usage.sandbox_ms < $10)
    returning workflows
  ),`

/** One statement, so one transaction and one round trip: the workflow, or the one that has the same key. */
const statement = (counts: boolean) => `
  with existing as (
    select id, number, status, created_at, project_id = $2 and task = $3 and parent_id is null as same
    from workflows where idempotency_key = $4::varchar
  ),${counts ? counted : ''} project as (
    update projects set next_workflow_number = next_workflow_number + 1
    where id = $2 and not exists (select from existing)${counts ? ' and exists (select from counted)' : ''}
    returning id, next_workflow_number - 1 as number
  ), workflow as (
    insert into workflows (team_id, project_id, number, task, idempotency_key, created_by, created_by_robot, base_branch, last_seq)
    select $1::uuid, project.id, project.number, $3, $4::varchar, $5::uuid, $6::uuid, $7::varchar, 1 from project
    returning id, number, status, created_at
  ), steps as (
    insert into workflow_steps (team_id, workflow_id, name, position, status, queued_at)
    select $1::uuid, workflow.id, s.name, s.position,
      case when s.position = 1 then 'queued' else 'pending' end,
      case when s.position = 1 then clock_timestamp() end
    from workflow, unnest(array[${plannedSteps.map((name) => `'${name}'`)}]) with ordinality as s(name, position)
    returning id, workflow_id, position
  ), event as (
    insert into workflow_events (workflow_id, team_id, seq, kind, payload)
    select workflow.id, $1::uuid, 1, 'workflow', '{"status":"queued","outcome":null,"reason":null}' from workflow
  ), bell as (
    insert into outbox (team_id, workflow_id, job_id, payload)
    select $1::uuid, steps.workflow_id, steps.workflow_id || '.analyze.1.0',
      jsonb_build_object('teamId', $1::uuid, 'workflowId', steps.workflow_id, 'stepId', steps.id)
    from steps where steps.position = 1
  )
  select id, number, status, created_at as "createdAt", true as created, true as same from workflow
  union all
  select id, number, status, created_at, false, same from existing`

const insert = statement(false)
const insertCounted = statement(true)

/**
 * A workflow with its steps, its first event and its place in the outbox: all of it or nothing.
 *
 * Throws a PlanLimitException when the plan allows no more.
 */
export default class CreateWorkflow {
  async execute(
    input: CreateWorkflowInput
  ): Promise<Result<CreatedWorkflow, 'project_not_found' | 'key_reused'>> {
    const row = await this.#insertOnce(input)
    if (!row) return this.#nothingMade(input)
    const { same, ...workflow } = row
    if (!same) return err('key_reused')
    if (workflow.created) {
      ringSoon('workflow')
      announceToTeam(input.teamId, workflow.id, 1)
    }
    return ok(workflow)
  }

  async #insertOnce(input: CreateWorkflowInput): Promise<Row | undefined> {
    try {
      return await this.#insert(input)
    } catch (error) {
      // Two clicks at once: the second finds what the first has made.
      if ((error as { constraint?: string }).constraint !== 'workflows_idempotency') throw error
      return this.#insert(input)
    }
  }

  async #insert({
    teamId,
    projectId,
    task,
    idempotencyKey,
    userId,
    robotId,
    baseBranch,
  }: CreateWorkflowInput): Promise<Row | undefined> {
    const values = [
      teamId,
      projectId,
      task,
      idempotencyKey ?? null,
      userId,
      robotId ?? null,
      baseBranch ?? null,
    ]
    const allowance = await workflowAllowance(teamId)
    const [row] = allowance
      ? await teamRows<Row>(teamId, insertCounted, [
          ...values,
          allowance.month,
          allowance.workflows,
          allowance.sandboxMs,
        ])
      : await teamRows<Row>(teamId, insert, values)
    return row
  }

  /** @throws PlanLimitException where it was not for want of the project */
  async #nothingMade({ teamId, projectId }: CreateWorkflowInput) {
    const [project] = await teamRows(teamId, 'select id from projects where id = $1', [projectId])
    if (project && (await workflowAllowance(teamId))) await refuseWorkflow(teamId)
    return err('project_not_found' as const)
  }
}
