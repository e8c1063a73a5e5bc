import { teamRows } from '#accounts/services/team_rows'
import { type Page, pageOf } from '#shared/validators/pagination'

export interface AuditFilter {
  actor?: string | undefined
  action?: string | undefined
  /** First and last day, in UTC, both included. */
  from?: Date | undefined
  to?: Date | undefined
}

export interface AuditRow {
  id: string
  at: string
  actorKind: 'person' | 'robot' | 'agent' | 'system'
  actor: string
  action: string
  subjectKind: string | null
  subjectId: string | null
  subjectName: string | null
  details: Record<string, string | number | boolean | null>
  address: string | null
}

const columns = `
  id, to_json(created_at) #>> '{}' as at, actor_kind as "actorKind", actor_name as actor, action,
  subject_kind as "subjectKind", subject_id as "subjectId", subject_name as "subjectName", details,
  host(address) as address`

const where = `
  ($1::text is null or actor_name ilike '%' || $1 || '%') and ($2::text is null or action = $2)
  and ($3::timestamptz is null or created_at >= $3)
  and ($4::timestamptz is null or created_at < $4::timestamptz + interval '1 day')`

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

const valuesOf = ({ actor, action, from, to }: AuditFilter) => [
  actor ? escapeLike(actor) : null,
  action || null,
  from ?? null,
  to ?? null,
]

const pageSql = `
  select ${columns}, count(*) over ()::int as total from audit_entries where ${where}
  order by created_at desc, id desc limit $5 offset $6`

/** The team's audit trail, the newest first. */
export async function listAuditEntries(
  teamId: string,
  filter: AuditFilter,
  page = 1,
  perPage = 50
): Promise<Page<AuditRow>> {
  const rows = await teamRows<AuditRow & { total: number }>(teamId, pageSql, [
    ...valuesOf(filter),
    perPage,
    (page - 1) * perPage,
  ])
  const entries = rows.map(({ total: _, ...entry }) => entry)
  return pageOf(entries, rows[0]?.total ?? 0, page, perPage)
}

const BATCH = 1000

const batchSql = `
  select ${columns} from audit_entries where ${where}
    and ($5::uuid is null or (created_at, id) < (select created_at, id from audit_entries where id = $5))
  order by created_at desc, id desc limit ${BATCH}`

/** All entries of a filter, the newest first, read a thousand at a time so that no export fills the memory. */
export async function* allAuditEntries(teamId: string, filter: AuditFilter): AsyncGenerator<AuditRow> {
  for (let last: string | null = null; ; ) {
    const batch: AuditRow[] = await teamRows<AuditRow>(teamId, batchSql, [...valuesOf(filter), last])
    yield* batch
    if (batch.length < BATCH) return
    last = batch.at(-1)!.id
  }
}

/** Jumps from one action to the next along the index, however many entries there are. */
const actionsSql = `
  with recursive known as (
    (select action from audit_entries order by action limit 1)
    union all
    select (select a.action from audit_entries a where a.action > known.action order by a.action limit 1)
    from known where known.action is not null
  ) select action from known where action is not null`

/** Every action that the team's trail holds. */
export async function auditActions(teamId: string): Promise<string[]> {
  const rows = await teamRows<{ action: string }>(teamId, actionsSql)
  return rows.map(({ action }) => action)
}
