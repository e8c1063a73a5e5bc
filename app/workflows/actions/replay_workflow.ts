import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, type Result } from '#shared/result'
import RerunWorkflow, { type RerunOfWorkflow } from '#workflows/actions/rerun_workflow'
import type { Replay } from '#workflows/services/replay'

export interface ReplayWorkflowInput {
  teamId: string
  userId: string | null
  /** The service token that asks, where no person does. */
  robotId?: string | null
  actor: AuditActor
  workflowId: string
  /** The exchange from which the new workflow goes its own way; null: it repeats the whole record. */
  exchangeId: string | null
  /** Asked from there on; null: as the router chooses. */
  model: string | null
  /** Said to the model there; null: nothing. */
  message: string | null
  idempotencyKey?: string | null
}

type Failure = 'not_found' | 'not_finished' | 'key_reused' | 'nothing_recorded'

/** Behind the last exchange of any step. */
const END = 1_000_000

/**
 * A new workflow that takes every answer before an exchange from the record of an earlier one, at no cost, and
 * goes on from there: with the same question to another model, with something more said, or simply again.
 */
export default class ReplayWorkflow {
  async execute(input: ReplayWorkflowInput): Promise<Result<RerunOfWorkflow, Failure>> {
    const { teamId, userId, robotId, workflowId, idempotencyKey } = input
    const place = await this.#place(input)
    if (typeof place === 'string') return err(place)
    const { model, message } = input
    const replay: Replay = { ...place, source: workflowId, model, message }
    const from = place.step === 'plan' ? 'plan' : 'generate'
    const made = await new RerunWorkflow().execute({
      teamId,
      userId,
      robotId: robotId ?? null,
      workflowId,
      from,
      idempotencyKey,
      replay,
    })
    if (made.ok && made.value.created) await this.#record(input, made.value)
    return made
  }

  #place({ teamId, workflowId, exchangeId }: ReplayWorkflowInput) {
    return withTeam(teamId, async (trx) => {
      if (!(await trx.from('workflows').where('id', workflowId).select('id').first()))
        return 'not_found' as const
      const { rows } = await sql<Pick<Replay, 'step' | 'attempt' | 'before'>>(
        trx,
        `select s.name as step, s.attempt, e.position as before
         from workflow_exchanges e join workflow_steps s on s.id = e.step_id
         where e.workflow_id = :workflowId and e.kind <> 'tool' and s.name in ('plan', 'generate')
           and (cast(:exchangeId as uuid) is null or e.id = cast(:exchangeId as uuid))
         order by s.position desc, s.attempt desc, e.position desc limit 1`,
        { workflowId, exchangeId }
      )
      const found = rows[0]
      if (!found) return exchangeId ? ('not_found' as const) : ('nothing_recorded' as const)
      return exchangeId ? found : { ...found, before: END }
    })
  }

  #record({ teamId, actor, workflowId }: ReplayWorkflowInput, { id }: RerunOfWorkflow) {
    return withTeam(teamId, (trx) =>
      recordAudit(trx, {
        teamId,
        actor,
        action: 'workflow.replayed',
        subject: { kind: 'workflow', id },
        details: { source: workflowId },
      })
    )
  }
}
