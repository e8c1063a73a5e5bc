import { teamRows } from '#accounts/services/team_rows'
import { err, ok, type Result } from '#shared/result'
import type { WorkflowStatus } from '#workflows/enums/status'
import { stepNames } from '#workflows/enums/step_name'
import { ringSoon } from '#workflows/services/bell'
import { announceToTeam } from '#workflows/services/live_channel'

export interface CreateWorkflowInput {
  teamId: string
  projectId: string
  userId: string | null
  task: string
  /** The same key in the same team names the same workflow, however often it is sent. */
  idempotencyKey?: string | null
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

/** One statement, so one transaction and one round trip: the workflow, or the one that has the same key. */
const insert = `
  with existing as (
    select id, number, status, created_at, project_id = $2 and task = $3 and parent_id is null as same
    from workflows where idempotency_key = $4::varchar
  ), project as (
    update projects set next_workflow_number = next_workflow_number + 1
    where id = $2 and not exists (select from existing)
    returning id, next_workflow_number - 1 as number
  ), workflow as (
    insert into workflows (team_id, project_id, number, task, idempotency_key, created_by, last_seq)
    select $1::uuid, project.id, project.number, $3, $4::varchar, $5::uuid, 1 from project
    returning id, number, status, created_at
  ), steps as (
    insert into workflow_steps (team_id, workflow_id, name, position, status, queued_at)
    select $1::uuid, workflow.id, s.name, s.position,
      case when s.position = 1 then 'queued' else 'pending' end,
      case when s.position = 1 then clock_timestamp() end
    from workflow, unnest(array[${stepNames.map((name) => `'${name}'`)}]) with ordinality as s(name, position)
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

/** A workflow with its steps, its first event and its place in the outbox: all of it or nothing. */
export default class CreateWorkflow {
  async execute(
    input: CreateWorkflowInput
  ): Promise<Result<CreatedWorkflow, 'project_not_found' | 'key_reused'>> {
    const row = await this.#insertOnce(input)
    if (!row) return err('project_not_found')
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
  }: CreateWorkflowInput): Promise<Row | undefined> {
    const values = [teamId, projectId, task, idempotencyKey ?? null, userId]
    const [row] = await teamRows<Row>(teamId, insert, values)
    return row
  }
}
