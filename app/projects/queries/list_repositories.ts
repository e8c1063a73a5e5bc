import { teamRows } from '#accounts/services/team_rows'
import type { HostKind, Visibility } from '#projects/git/host_contract'
import { type Page, pageOf } from '#shared/validators/pagination'

export interface RepositorySummary {
  id: string
  connectionId: string
  host: HostKind
  path: string
  url: string
  defaultBranch: string | null
  visibility: Visibility
  archived: boolean
  language: string | null
  description: string | null
  pushedAt: string | null
  canPush: boolean | null
  /** The project of this team that is on it already. */
  projectId: string | null
}

export interface RepositoryFilter {
  search?: string
  connectionId?: string
}

interface Row extends Omit<RepositorySummary, 'id'> {
  /** Null in the one row that carries the total of a page beyond the last. */
  id: string | null
  total: number
}

/** Every word must be somewhere in the path; the last pushed first. */
const sql = `
  with found as (
    select r.*, c.host, count(*) over () as total from git_repositories r
    join git_connections c on c.id = r.connection_id
    where ($3::uuid is null or r.connection_id = $3)
      and not exists (select from unnest($4::text[]) word where position(word in lower(r.path)) = 0)
  )
  select f.id, f.connection_id as "connectionId", f.host, f.path, f.url, f.default_branch as "defaultBranch",
    f.visibility, f.archived, f.language, f.description, to_json(f.pushed_at) #>> '{}' as "pushedAt",
    f.can_push as "canPush",
    (select p.id from projects p where p.connection_id = f.connection_id and p.host_repository_id = f.host_id
     order by p.created_at limit 1) as "projectId",
    counted.total
  from (select coalesce(max(total), 0)::int as total from found) counted
  left join (select * from found order by pushed_at desc nulls last, id desc limit $1 offset $2) f on true
  order by f.pushed_at desc nulls last, f.id desc`

/** What the team's connections see, from what was read last; nothing is asked of a host. */
export async function listRepositories(
  teamId: string,
  { search = '', connectionId }: RepositoryFilter,
  page = 1,
  perPage = 20
): Promise<Page<RepositorySummary>> {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)
  const values = [perPage, (page - 1) * perPage, connectionId ?? null, words]
  const rows = await teamRows<Row>(teamId, sql, values)
  const data = rows.filter((row) => row.id !== null).map(({ total: _, ...row }) => row as RepositorySummary)
  return pageOf(data, rows[0]!.total, page, perPage)
}
