import { teamRows } from '#accounts/services/team_rows'
import { type Page, pageOf } from '#shared/validators/pagination'

export interface ProjectSummary {
  id: string
  name: string
  remoteKind: 'https' | 'ssh' | 'local' | 'sample'
  remoteUrl: string
  defaultBranch: string
  createdAt: string
  workflows: number
  lastWorkflowAt: string | null
}

interface Row extends Omit<ProjectSummary, 'id'> {
  /** Null in the one row that carries the total of a page beyond the last. */
  id: string | null
  total: number
}

/** The page's projects, newest first, with how much has been done in each; the total comes with the rows. */
const sql = `
  select p.id, p.name, p.remote_kind as "remoteKind", p.remote_url as "remoteUrl",
    p.default_branch as "defaultBranch", to_json(p.created_at) #>> '{}' as "createdAt",
    p.next_workflow_number - 1 - p.skipped_workflow_numbers as workflows, counted.total,
    (select to_json(w.created_at) #>> '{}' from workflows w where w.project_id = p.id
     order by w.created_at desc, w.id desc limit 1) as "lastWorkflowAt"
  from (select count(*) as total from projects) counted
  left join (
    select * from projects order by created_at desc, id desc limit $1 offset $2) p on true
  order by p.created_at desc, p.id desc`

export async function listProjects(teamId: string, page = 1, perPage = 20): Promise<Page<ProjectSummary>> {
  const rows = await teamRows<Row>(teamId, sql, [perPage, (page - 1) * perPage])
  const data = rows.filter((row) => row.id !== null).map(({ total: _, ...row }) => row as ProjectSummary)
  return pageOf(data, rows[0]!.total, page, perPage)
}
