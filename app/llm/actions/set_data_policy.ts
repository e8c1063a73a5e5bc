import type { DataPolicy } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { addVersion, type PolicyChange, type PolicyPlace } from '#llm/services/policy_versions'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'

export interface SetDataPolicyInput extends PolicyPlace {
  userId: string | null
  by: AuditActor
  /** A policy of null takes a project's own away: what the team allows holds. */
  change: PolicyChange<DataPolicy>
}

/** Says where code may be sent to; holds from the next call on. A project's own only narrows the team's. */
export default class SetDataPolicy {
  execute(input: SetDataPolicyInput): Promise<Result<{ version: number }, 'not_found'>> {
    const { teamId, projectId, userId, by, change } = input
    return withTeam(teamId, async (trx) => {
      const made = await addVersion(trx, 'data_policies', input, change, userId)
      if (!made) return err('not_found' as const)
      const { version, policy, restoredFrom } = made
      await recordAudit(trx, {
        teamId,
        actor: by,
        action: 'data_policy.changed',
        subject: { kind: projectId ? 'project' : 'team', id: projectId ?? teamId },
        details: { version, restoredFrom, ...(policy ? inWords(policy) : { providers: 'as the team' }) },
      })
      return ok({ version })
    })
  }
}

const inWords = ({ providers, regions, localOnly }: DataPolicy) => ({
  providers: providers?.join(', ') ?? 'all',
  regions: regions?.join(', ') ?? 'all',
  localOnly,
})
