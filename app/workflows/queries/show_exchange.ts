import type { QuestionPart } from '@agentops/engine/contract'
import { teamRows } from '#accounts/services/team_rows'
import NotFoundException from '#shared/exceptions/not_found_exception'
import type { ExchangeSummary } from '#workflows/queries/list_exchanges'
import { questionOf } from '#workflows/services/question'

export interface ExchangeDetails extends ExchangeSummary {
  /** What was asked beyond what had been asked before. */
  request: string
  response: string
  /** The instructions, where they were asked with for the first time. */
  instructions: string | null
  /** The texts of the question, which a replay may change; empty where it was no model's or is too long. */
  parts: QuestionPart[]
}

type Kept = Omit<ExchangeDetails, 'instructions' | 'parts'>

const exchangeSql = `
  select e.id, s.name as step, s.attempt,
    case when e.kind = 'model' then (
      select cast(count(*) as int) from workflow_exchanges o join workflow_steps os on os.id = o.step_id
      where o.workflow_id = e.workflow_id and o.kind = 'model'
        and (os.position, os.attempt, o.position) <= (s.position, s.attempt, e.position)) end as turn, e.position, e.kind, e.name, encode(e.hash, 'hex') as hash, e.replayed,
    e.departed, length(e.response) as size, to_json(e.created_at) #>> '{}' as "createdAt", e.request, e.response
  from workflow_exchanges e join workflow_steps s on s.id = e.step_id
  where e.workflow_id = $1 and e.id = $2`

/** @throws NotFoundException when there is none, or it is not this team's */
export async function showExchange(teamId: string, workflowId: string, id: string): Promise<ExchangeDetails> {
  const [row] = await teamRows<Kept>(teamId, exchangeSql, [workflowId, id])
  if (!row) throw new NotFoundException('exchange')
  return { ...row, ...(row.kind === 'model' ? questionOf(row.request) : { instructions: null, parts: [] }) }
}
