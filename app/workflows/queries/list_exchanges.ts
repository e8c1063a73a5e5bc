import { teamRows } from '#accounts/services/team_rows'
import NotFoundException from '#shared/exceptions/not_found_exception'
import type { StepName } from '#workflows/enums/step_name'

export interface ExchangeSummary {
  id: string
  step: StepName
  attempt: number
  /** Counts the questions to models from 1; null for what was no model's. */
  turn: number | null
  /** Counts within its step from 0. */
  position: number
  kind: 'model' | 'tool' | 'execution'
  /** The model's, the tool's, or what was run. */
  name: string
  /** SHA-256 of everything that was asked: the same question has the same one, in any workflow. */
  hash: string
  /** Whether it was taken from a record instead of being asked. */
  replayed: boolean
  /** Whether a replay went its own way here: in other words, or to another model. */
  departed: boolean
  /** Characters of the answer. */
  size: number
  createdAt: string
}

export interface ExchangePage {
  data: ExchangeSummary[]
  meta: { page: number; perPage: number; total: number; lastPage: number }
}

const pageSql = `
  select (select count(*)::int from workflow_exchanges where workflow_id = w.id) as total,
    (select coalesce(json_agg(x), '[]') from (
      select e.id, s.name as step, s.attempt,
        case when e.kind = 'model' then cast(count(*) filter (where e.kind = 'model')
          over (order by s.position, s.attempt, e.position) as int) end as turn, e.position, e.kind, e.name, encode(e.hash, 'hex') as hash,
        e.replayed, e.departed, length(e.response) as size, to_json(e.created_at) #>> '{}' as "createdAt"
      from workflow_exchanges e join workflow_steps s on s.id = e.step_id
      where e.workflow_id = w.id order by s.position, s.attempt, e.position limit $2 offset $3) x) as data
  from workflows w where w.id = $1`

/** @throws NotFoundException for an absent workflow and for another team's alike */
export async function listExchanges(
  teamId: string,
  workflowId: string,
  { page = 1, perPage = 100 }: { page?: number | undefined; perPage?: number | undefined } = {}
): Promise<ExchangePage> {
  const values = [workflowId, perPage, (page - 1) * perPage]
  const [row] = await teamRows<{ total: number; data: ExchangeSummary[] }>(teamId, pageSql, values)
  if (!row) throw new NotFoundException('workflow')
  const lastPage = Math.max(1, Math.ceil(row.total / perPage))
  return { data: row.data, meta: { page, perPage, total: row.total, lastPage } }
}
