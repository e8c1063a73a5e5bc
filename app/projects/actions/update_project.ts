import { withTeam } from '#accounts/services/tenancy'
import { renewedCredential } from '#projects/services/project_remote'
import { type AuditActor, recordAudit, system } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'

export interface UpdateProjectInput {
  teamId: string
  id: string
  name: string
  defaultBranch: string
  testCommand: string | null
  installCommand: string | null
  requiresPlanApproval: boolean
  /** In micro-dollars; a plan whose estimate is not above it needs no person. Null: none does without. */
  autoApproveMicros?: number | null
  /** A new access token; left out, the stored one stays. */
  token?: string | null
  by?: AuditActor
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
            ...(input.autoApproveMicros === undefined
              ? {}
              : { auto_approve_micros: input.autoApproveMicros }),
            updated_at: new Date(),
            ...(input.token ? { credential_encrypted: renewedCredential(stored, input.token) } : {}),
          })
        if (Number(changed) !== 1) return err('not_found' as const)
        await recordAudit(trx, {
          teamId: input.teamId,
          actor: input.by ?? system,
          action: 'project.changed',
          subject: { kind: 'project', id: input.id, name: input.name },
          details: { newCredential: Boolean(input.token) },
        })
        return ok(null)
      })
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'projects_team_name') return err('name_taken')
      throw error
    }
  }
}
