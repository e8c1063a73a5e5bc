import type { RoutingPolicy } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { addVersion, type PolicyChange, type PolicyPlace } from '#llm/services/policy_versions'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'

export interface SetRoutingPolicyInput extends PolicyPlace {
  userId: string | null
  by: AuditActor
  /** A policy of null has a project follow its team. */
  change: PolicyChange<RoutingPolicy>
}

/** Says in which order models are tried, and what goes a step up; holds from the next call on. */
export default class SetRoutingPolicy {
  execute(input: SetRoutingPolicyInput): Promise<Result<{ version: number }, 'not_found'>> {
    const { teamId, projectId, userId, by, change } = input
    return withTeam(teamId, async (trx) => {
      const made = await addVersion(trx, 'routing_policies', input, change, userId)
      if (!made) return err('not_found' as const)
      const { version, policy, restoredFrom } = made
      await recordAudit(trx, {
        teamId,
        actor: by,
        action: 'routing_policy.changed',
        subject: { kind: projectId ? 'project' : 'team', id: projectId ?? teamId },
        details: { version, restoredFrom, order: policy ? policy.order.join(', ') : 'as the team' },
      })
      return ok({ version })
    })
  }
}
