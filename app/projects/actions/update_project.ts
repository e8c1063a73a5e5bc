import { withTeam } from '#accounts/services/tenancy'
import { renewedCredential } from '#projects/services/project_remote'
import { err, ok, type Result } from '#shared/result'

export interface UpdateProjectInput {
  teamId: string
  id: string
  name: string
  defaultBranch: string
  testCommand: string | null
  installCommand: string | null
  requiresPlanApproval: boolean
  /** A new access token; left out, the stored one stays. */
  token?: string | null
}

export default class UpdateProject {
  async execute(input: UpdateProjectInput): Promise<Result<null, 'not_found' | 'name_taken'>> {
    try {
      return await withTeam(input.teamId, async (trx) => {
        const project = await trx
          .from('projects')
          .where('id', input.id)
          .select('credential_encrypted')
          .first()
        const stored: string | null = project?.credential_encrypted ?? null
        const changed = await trx
          .from('projects')
          .where('id', input.id)
          .update({
            name: input.name,
            default_branch: input.defaultBranch,
            test_command: input.testCommand,
            install_command: input.installCommand,
            requires_plan_approval: input.requiresPlanApproval,
            updated_at: new Date(),
            ...(input.token ? { credential_encrypted: renewedCredential(stored, input.token) } : {}),
          })
        return Number(changed) === 1 ? ok(null) : err('not_found' as const)
      })
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'projects_team_name') return err('name_taken')
      throw error
    }
  }
}
