import { teamRows } from '#accounts/services/team_rows'
import NotFoundException from '#shared/exceptions/not_found_exception'
import type { ExchangeSummary } from '#workflows/queries/list_exchanges'

export interface ExchangeDetails extends ExchangeSummary {
  /** What was asked beyond what had been asked before. */
  request: string
  response: string
}

const exchangeSql = `
  select e.id, s.name as step, s.attempt, e.position, e.kind, e.name, encode(e.hash, 'hex') as hash, e.replayed,
    length(e.response) as size, to_json(e.created_at) #>> '{}' as "createdAt", e.request, e.response
  from workflow_exchanges e join workflow_steps s on s.id = e.step_id
  where e.workflow_id = $1 and e.id = $2`

/** @throws NotFoundException when there is none, or it is not this team's */
export async function showExchange(teamId: string, workflowId: string, id: string): Promise<ExchangeDetails> {
  const [row] = await teamRows<ExchangeDetails>(teamId, exchangeSql, [workflowId, id])
  if (!row) throw new NotFoundException('exchange')
  return row
}
