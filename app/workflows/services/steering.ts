import type { SteeringMessage } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import { replayOf } from '#workflows/services/replay'
import type { StepLease } from '#workflows/services/step_lease'

/** Of one turn: what is new to this conversation, and whether it may take what nobody has heard yet. */
interface Hearing {
  turn: number
  /** False while answers are taken from a record: a new message would not have been heard then. */
  open: boolean
}

const pending = `
  update workflow_messages set step_id = :stepId, turn = :turn, applied_at = clock_timestamp()
  where workflow_id = :workflowId and turn is null`

/** In their order; those of earlier conversations are told to a new one at its beginning. */
const heard = `
  select id, text, step_id = :stepId and applied_at >= :since as fresh from workflow_messages
  where workflow_id = :workflowId and ((step_id = :stepId and turn = :turn)
    or (:turn = 0 and turn is not null and step_id <> :stepId))
  order by id limit 50`

/** What was said at the same turn of the workflow that is being repeated. */
const saidThere = `
  select m.id, m.text from workflow_messages m join workflow_steps s on s.id = m.step_id
  where m.workflow_id = :source and s.name = :step
    and ((s.attempt = :attempt and m.turn = :turn) or (:turn = 0 and s.attempt < :attempt))
  order by m.id limit 50`

/** Said to the workflow that this one repeats: its record goes on only when the same is said again. */
export function repeatMessages(lease: StepLease, source: string, turn: number): Promise<SteeringMessage[]> {
  const { step, attempt } = lease
  return withTeam(lease.teamId, async (trx) => {
    const { rows } = await sql<SteeringMessage>(trx, saidThere, { source, step, attempt, turn })
    return rows
  })
}

export interface Heard {
  messages: SteeringMessage[]
  /** Those that nobody had heard before. */
  fresh: SteeringMessage[]
}

/** What people have said to this workflow since the turn before. A turn made again hears the same again. */
export function hearMessages(lease: StepLease, { turn, open }: Hearing): Promise<Heard> {
  const of = { workflowId: lease.workflowId, stepId: lease.stepId, turn }
  return withTeam(lease.teamId, async (trx) => {
    const { rows: now } = await sql<{ now: Date }>(trx, 'select clock_timestamp() as now')
    if (open) await sql(trx, pending, of)
    const { rows } = await sql<SteeringMessage & { fresh: boolean }>(trx, heard, {
      ...of,
      since: now[0]!.now,
    })
    return {
      messages: rows.map(({ id, text }) => ({ id, text })),
      fresh: rows.filter(({ fresh }) => fresh).map(({ id, text }) => ({ id, text })),
    }
  })
}

/** Everything that people have said to this workflow, and to the one that it repeats: it counts like the task where words ask for something. */
export function everythingSaid(lease: Pick<StepLease, 'teamId' | 'workflowId'>): Promise<string[]> {
  return withTeam(lease.teamId, async (trx) => {
    const replay = await replayOf(trx, lease.workflowId)
    const rows: { text: string }[] = await trx
      .from('workflow_messages')
      .whereIn('workflow_id', [lease.workflowId, ...(replay ? [replay.source] : [])])
      .whereNotNull('turn')
      .orderBy('id')
      .select('text')
    return [
      ...rows.map(({ text }) => text),
      ...(replay?.departures.flatMap(({ message }) => message ?? []) ?? []),
    ]
  })
}
