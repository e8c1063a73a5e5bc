import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { storableJson } from '#shared/database/storable'
import { err, ok, type Result } from '#shared/result'
import { appendEvents } from '#workflows/services/event_log'
import { openRecord, type RecordRefusal, type WorkflowRecord } from '#workflows/services/record_file'

export interface ImportRecordInput {
  teamId: string
  userId: string | null
  actor: AuditActor
  projectId: string
  /** The file's text. */
  file: string
}

/**
 * Makes a finished workflow of a record file. Nothing of it runs; replaying it does the work again on the
 * commit that it was about, with every answer taken from the record.
 */
export default class ImportRecord {
  async execute(
    input: ImportRecordInput
  ): Promise<Result<{ id: string; number: number }, 'not_found' | RecordRefusal>> {
    const opened = await openRecord(input.file.trim())
    if (!opened.ok) return err(opened.error)
    const record = opened.value
    return withTeam(input.teamId, async (trx) => {
      const made = await this.#workflow(trx, input, record)
      if (!made) return err('not_found' as const)
      await this.#exchanges(trx, input.teamId, made.id, record)
      const payload = {
        status: 'finished' as const,
        outcome: 'unverified' as const,
        reason: reasonOf(record),
      }
      await appendEvents(trx, { teamId: input.teamId, workflowId: made.id }, [
        { kind: 'workflow', stepId: null, payload },
      ])
      await recordAudit(trx, {
        teamId: input.teamId,
        actor: input.actor,
        action: 'workflow.imported',
        subject: { kind: 'workflow', id: made.id },
        details: { exchanges: record.exchanges.length },
      })
      return ok(made)
    })
  }

  async #workflow(trx: TransactionClientContract, input: ImportRecordInput, record: WorkflowRecord) {
    const { rows } = await sql<{ id: string; number: number }>(
      trx,
      `with project as (
         update projects set next_workflow_number = next_workflow_number + 1
         where id = :projectId returning id, next_workflow_number - 1 as number
       )
       insert into workflows (team_id, project_id, number, task, status, outcome, outcome_reason, base_commit,
         created_by, started_at, finished_at)
       select cast(:teamId as uuid), project.id, project.number, :task, 'finished', 'unverified', :reason,
         :commit, cast(:userId as uuid), now(), now()
       from project returning id, number`,
      {
        projectId: input.projectId,
        teamId: input.teamId,
        task: record.task,
        reason: reasonOf(record),
        commit: record.baseCommit,
        userId: input.userId,
      }
    )
    return rows[0]
  }

  async #exchanges(
    trx: TransactionClientContract,
    teamId: string,
    id: string,
    { exchanges, messages }: WorkflowRecord
  ) {
    const rounds = [...new Set(exchanges.map(({ step, attempt }) => `${step} ${attempt}`))]
    const steps = rounds.map((round) => ({ name: round.split(' ')[0], attempt: Number(round.split(' ')[1]) }))
    await sql(
      trx,
      `insert into workflow_steps (team_id, workflow_id, name, position, attempt, status)
       select cast(:teamId as uuid), cast(:id as uuid), s.name, case s.name when 'plan' then 2 else 3 end, s.attempt, 'skipped'
       from jsonb_to_recordset(cast(:steps as jsonb)) as s(name text, attempt smallint)`,
      { teamId, id, steps: storableJson(steps) }
    )
    await sql(
      trx,
      `insert into workflow_exchanges (team_id, workflow_id, step_id, position, kind, hash, name, request, response, replayed)
       select s.team_id, s.workflow_id, s.id, e.position, e.kind, decode(e.hash, 'hex'), e.name, e.request, e.response, true
       from jsonb_to_recordset(cast(:exchanges as jsonb))
         as e(step text, attempt smallint, position integer, kind text, hash text, name text, request text, response text)
       join workflow_steps s on s.workflow_id = cast(:id as uuid) and s.name = e.step and s.attempt = e.attempt`,
      { id, exchanges: storableJson(exchanges) }
    )
    await sql(
      trx,
      `insert into workflow_messages (team_id, workflow_id, text, author_name, step_id, turn, applied_at)
       select s.team_id, s.workflow_id, m.text, 'Imported record', s.id, m.turn, now()
       from jsonb_to_recordset(cast(:messages as jsonb)) as m(attempt smallint, turn integer, text text)
       join workflow_steps s on s.workflow_id = cast(:id as uuid) and s.name = 'generate' and s.attempt = m.attempt`,
      { id, messages: storableJson(messages) }
    )
  }
}

const reasonOf = ({ number, outcome, exportedAt }: WorkflowRecord) =>
  `Imported from the record of workflow #${number}, which ended ${outcome}, exported on ${exportedAt.slice(0, 10)}. Replay it to do the work again.`
