import { teamRows } from '#accounts/services/team_rows'
import { type Page, pageOf } from '#shared/validators/pagination'

export interface DeliverySummary {
  id: string
  deliveryId: string
  event: string
  /** What we made of it, e.g. `comment`; empty when nothing. */
  told: string[]
  status: 'received' | 'handled' | 'ignored' | 'malformed'
  problem: string | null
  receivedAt: string
  handledAt: string | null
}

interface Row extends Omit<DeliverySummary, 'id'> {
  id: string | null
  total: number
}

const sql = `
  select d.id, d.delivery_id as "deliveryId", d.event, d.status, d.problem,
    to_json(d.received_at) #>> '{}' as "receivedAt", to_json(d.handled_at) #>> '{}' as "handledAt",
    coalesce((select array_agg(distinct one ->> 'kind') from jsonb_array_elements(d.told) one), '{}') as told,
    counted.total
  from (select count(*)::int as total from git_deliveries where project_id = $1) counted
  left join (
    select * from git_deliveries where project_id = $1 order by received_at desc, id desc limit $2 offset $3) d on true
  order by d.received_at desc, d.id desc`

/** What the host told about a project, the newest first; kept for thirty days. */
export async function listDeliveries(
  teamId: string,
  projectId: string,
  page = 1,
  perPage = 20
): Promise<Page<DeliverySummary>> {
  const rows = await teamRows<Row>(teamId, sql, [projectId, perPage, (page - 1) * perPage])
  const data = rows.filter((row) => row.id !== null).map(({ total: _, ...row }) => row as DeliverySummary)
  return pageOf(data, rows[0]!.total, page, perPage)
}
