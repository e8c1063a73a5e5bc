import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, type Result } from '#shared/result'
import RerunWorkflow, { type RerunOfWorkflow } from '#workflows/actions/rerun_workflow'
import { questionOf } from '#workflows/services/question'
import { departuresUpTo, type PlacedDeparture, type Replay, replayOf } from '#workflows/services/replay'

export interface ReplayWorkflowInput {
  teamId: string
  userId: string | null
  /** The service token that asks, where no person does. */
  robotId?: string | null
  actor: AuditActor
  workflowId: string
  /** The exchange from which the new workflow goes its own way; null: it repeats the whole record. */
  exchangeId: string | null
  /** Texts of the question that are others in the new workflow, by their place; see `questionOf`. */
  parts?: { index: number; text: string | null }[]
  /** Asked from there on; null: as the router chooses. */
  model: string | null
  /** Said to the model there; null: nothing. */
  message: string | null
  idempotencyKey?: string | null
}

type Failure = 'not_found' | 'not_finished' | 'key_reused' | 'nothing_recorded' | 'no_such_part' | 'no_place'

interface Asked extends Pick<Replay, 'step' | 'attempt' | 'before'> {
  hash: string
  request: string
}

const askedSql = `
  select s.name as step, s.attempt, e.position as before, encode(e.hash, 'hex') as hash, e.request
  from workflow_exchanges e join workflow_steps s on s.id = e.step_id
  where e.workflow_id = :workflowId and e.kind = 'model' and s.name in ('plan', 'generate')
    and (cast(:exchangeId as uuid) is null or e.id = cast(:exchangeId as uuid))
  order by s.position desc, s.attempt desc, e.position desc limit 1`

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
    const replay: Replay = { ...place, source: workflowId }
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

  #place(input: ReplayWorkflowInput): Promise<Omit<Replay, 'source'> | Failure> {
    const { teamId, workflowId, exchangeId } = input
    return withTeam(teamId, async (trx) => {
      if (!(await trx.from('workflows').where('id', workflowId).select('id').first())) return 'not_found'
      const { rows } = await sql<Asked>(trx, askedSql, { workflowId, exchangeId })
      const found = rows[0]
      if (!found) return exchangeId ? 'not_found' : 'nothing_recorded'
      const earlier = (await replayOf(trx, workflowId))?.departures ?? []
      const { step, attempt, before } = found
      if (!exchangeId)
        return anythingNew(input) ? 'no_place' : { step, attempt, before: END, departures: earlier }
      const own = departureAt(found, input)
      if (!own) return 'no_such_part'
      const departures = [...departuresUpTo(earlier, found), own]
      return { step, attempt, before, departures }
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

const anythingNew = ({ model, message, parts }: ReplayWorkflowInput) =>
  model !== null || message !== null || (parts?.length ?? 0) > 0

/** Null where a part is to be changed that the question does not have. */
function departureAt(
  { step, attempt, before, hash, request }: Asked,
  { parts = [], model, message }: ReplayWorkflowInput
): PlacedDeparture | null {
  const asked = parts.length > 0 ? questionOf(request).parts : []
  const texts = new Map(asked.map(({ index, text }) => [index, text]))
  if (parts.some(({ index }) => !texts.has(index))) return null
  const changed = parts
    .map(({ index, text }) => ({ index, text: text ?? '' }))
    .filter(({ index, text }) => texts.get(index) !== text)
  return { step, attempt, position: before, hash, parts: changed, model, message }
}
