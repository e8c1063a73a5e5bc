import { teamRows } from '#accounts/services/team_rows'
import NotFoundException from '#shared/exceptions/not_found_exception'

export interface ProjectDetails {
  id: string
  name: string
  remoteKind: 'https' | 'ssh' | 'local' | 'sample'
  remoteUrl: string
  defaultBranch: string
  hasCredential: boolean
  /** Whether it is a repository of an account that is connected now. */
  connected: boolean
  testCommand: string | null
  installCommand: string | null
  requiresPlanApproval: boolean
  autoApproveMicros: number | null
  /** Sentences: what the repository names but does not hold itself, and what that means. */
  absentContent: string[]
  createdAt: string
}

interface Row extends Omit<ProjectDetails, 'createdAt'> {
  createdAt: Date
}

const sql = `
  select id, name, remote_kind as "remoteKind", remote_url as "remoteUrl", default_branch as "defaultBranch",
    credential_encrypted is not null as "hasCredential", connection_id is not null as connected, test_command as "testCommand",
    install_command as "installCommand", requires_plan_approval as "requiresPlanApproval",
    auto_approve_micros as "autoApproveMicros", absent_content as "absentContent", created_at as "createdAt"
  from projects where id = $1`

/** @throws NotFoundException for an absent project and for another team's alike */
export async function showProject(teamId: string, id: string): Promise<ProjectDetails> {
  const [row] = await teamRows<Row>(teamId, sql, [id])
  if (!row) throw new NotFoundException('project')
  return { ...row, createdAt: row.createdAt.toISOString() }
}
