import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import { storableJson } from '#shared/database/storable'
import { err, ok, type Result } from '#shared/result'
import { plannedSteps, type StepName, stepsBefore } from '#workflows/enums/step_name'
import type { StoredEvent } from '#workflows/enums/workflow_event'
import { ringSoon } from '#workflows/services/bell'
import { enterBenchmark } from '#workflows/services/benchmark_runs'
import { appendEvents } from '#workflows/services/event_log'
import { announce } from '#workflows/services/live_channel'
import type { Replay } from '#workflows/services/replay'
import { queueStep } from '#workflows/services/transitions'
import { countWorkflow, refuseWorkflow, workflowAllowance } from '#workflows/services/workflow_allowance'

export interface RerunWorkflowInput {
  teamId: string
  userId: string | null
  /** The service token that asks, where no person does. */
  robotId?: string | null
  workflowId: string
  /** The first step to run again; the results of those before it are taken over. */
  from: StepName
  idempotencyKey?: string | null
  /** Set where what was asked of models before is not asked again. */
  replay?: Replay
  /** Set where the task is only tried on another model: nothing of it leaves. */
  benchmark?: { id: string; model: string; limitMicros: number | null }
}

export interface RerunOfWorkflow {
  id: string
  number: number
  /** False when the key had been used before and this is that workflow. */
  created: boolean
}

type Failure = 'not_found' | 'not_finished' | 'key_reused'

interface Parent {
  id: string
  status: string
}

interface Made extends RerunOfWorkflow {
  events: StoredEvent[]
}

/**
 * A new workflow with the same task that takes over the earlier one's results up to a step. It has its own
 * number and branch, so nothing that the earlier one has done outside is touched. Where the earlier one did
 * not get as far as `from`, the new one starts at the first step that has no result.
 */
export default class RerunWorkflow {
  async execute(input: RerunWorkflowInput): Promise<Result<RerunOfWorkflow, Failure>> {
    const result = await this.#makeOnce(input)
    if (!result.ok) return err(result.error === 'limit' ? await refuseWorkflow(input.teamId) : result.error)
    const { events, ...workflow } = result.value
    announce(input.teamId, workflow.id, events)
    if (workflow.created) ringSoon()
    return ok(workflow)
  }

  async #makeOnce(input: RerunWorkflowInput) {
    try {
      return await this.#make(input)
    } catch (error) {
      // Two clicks at once: the second finds what the first has made.
      if ((error as { constraint?: string }).constraint !== 'workflows_idempotency') throw error
      return this.#make(input)
    }
  }

  async #make(input: RerunWorkflowInput): Promise<Result<Made, Failure | 'limit'>> {
    const { teamId, workflowId } = input
    const allowance = await workflowAllowance(teamId)
    return withTeam(teamId, async (trx) => {
      const parent: Parent | null = await trx
        .from('workflows')
        .where('id', workflowId)
        .select('id', 'status')
        .first()
      if (!parent) return err('not_found' as const)
      if (parent.status !== 'finished') return err('not_finished' as const)
      const from = await this.#startingStep(trx, parent.id, input.from)
      const existing = await this.#withSameKey(trx, input.idempotencyKey)
      if (existing) {
        const same = existing.parent_id === parent.id && existing.rerun_from === from
        return same
          ? ok({ id: existing.id, number: existing.number, created: false, events: [] })
          : err('key_reused' as const)
      }
      if (allowance && !(await countWorkflow(trx, teamId, allowance))) return err('limit' as const)
      const created = await this.#copy(trx, input, from)
      const owner = { teamId, workflowId: created.id }
      const queued = await queueStep(trx, owner, from, 1)
      const events = await appendEvents(trx, owner, [
        { kind: 'workflow', stepId: null, payload: { status: 'queued', outcome: null, reason: null } },
        ...queued,
      ])
      return ok({ ...created, created: true, events })
    })
  }

  async #withSameKey(trx: TransactionClientContract, key: string | null | undefined) {
    if (!key) return null
    return trx
      .from('workflows')
      .where('idempotency_key', key)
      .select('id', 'number', 'parent_id', 'rerun_from')
      .first()
  }

  async #startingStep(trx: TransactionClientContract, parentId: string, wanted: StepName): Promise<StepName> {
    const { rows } = await trx.rawQuery(
      `select name from workflow_steps where workflow_id = ? and status = 'succeeded'`,
      [parentId]
    )
    const done = new Set(rows.map((row: { name: StepName }) => row.name))
    return stepsBefore(wanted).find((name) => !done.has(name)) ?? wanted
  }

  async #copy(trx: TransactionClientContract, input: RerunWorkflowInput, from: StepName) {
    const { rows } = await sql<{ id: string; number: number }>(
      trx,
      `with parent as (select * from workflows where id = :workflowId),
       project as (
         update projects set next_workflow_number = next_workflow_number + 1
         where id = (select project_id from parent) returning next_workflow_number - 1 as number
       )
       insert into workflows (team_id, project_id, number, task, base_branch, base_commit, parent_id, rerun_from, idempotency_key, created_by, created_by_robot)
       select parent.team_id, parent.project_id, project.number, parent.task, parent.base_branch,
         case when :from = 'analyze' and not cast(:replayed as boolean) then null else parent.base_commit end, parent.id, :from,
         cast(:key as varchar), cast(:userId as uuid), cast(:robotId as uuid)
       from parent, project returning id, number`,
      {
        workflowId: input.workflowId,
        from,
        key: input.idempotencyKey ?? null,
        userId: input.userId,
        robotId: input.robotId ?? null,
        replayed: input.replay !== undefined,
      }
    )
    const created = rows[0]!
    const reused = stepsBefore(from)
    if (input.replay)
      await trx
        .from('workflows')
        .where('id', created.id)
        .update({ replay: storableJson(input.replay) })
    if (input.benchmark)
      await enterBenchmark(trx, input.teamId, created.id, input.workflowId, input.benchmark)
    await trx.rawQuery(
      `insert into workflow_steps (team_id, workflow_id, name, position, status, reused, finished_at)
       select cast(:teamId as uuid), cast(:id as uuid), s.name, s.position,
         case when s.name = any(cast(:reused as text[])) then 'succeeded' else 'pending' end,
         s.name = any(cast(:reused as text[])),
         case when s.name = any(cast(:reused as text[])) then clock_timestamp() end
       from unnest(cast(:steps as text[])) with ordinality as s(name, position)`,
      { teamId: input.teamId, id: created.id, reused: [...reused], steps: [...plannedSteps] }
    )
    await trx.rawQuery(
      `insert into workflow_artifacts (team_id, workflow_id, step_id, kind, media_type, sha256, size, body, created_at)
       select a.team_id, cast(:id as uuid), mine.id, a.kind, a.media_type, a.sha256, a.size, a.body, a.created_at
       from workflow_artifacts a
       join workflow_steps theirs on theirs.id = a.step_id
       join workflow_steps mine on mine.workflow_id = cast(:id as uuid) and mine.name = theirs.name and mine.attempt = 1
       where a.workflow_id = :workflowId and theirs.name = any(cast(:reused as text[]))`,
      { id: created.id, workflowId: input.workflowId, reused: [...reused] }
    )
    await trx.rawQuery(
      `update workflows set verdict_id = (
         select id from workflow_artifacts where workflow_id = workflows.id and kind = 'verdict' order by created_at desc, id desc limit 1)
       where id = ?`,
      [created.id]
    )
    return created
  }
}
