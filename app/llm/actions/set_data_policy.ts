import type { DataPolicy } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

export interface SetDataPolicyInput {
  teamId: string
  userId: string | null
  by: AuditActor
  policy: DataPolicy
}

/** Says where a team's code may be sent to; holds from the next call on. */
export default class SetDataPolicy {
  execute({ teamId, userId, by, policy }: SetDataPolicyInput): Promise<void> {
    return withTeam(teamId, async (trx) => {
      await sql(
        trx,
        `insert into data_policies (team_id, policy, updated_by) values (?, ?, ?)
         on conflict (team_id) do update set policy = excluded.policy, updated_by = excluded.updated_by, updated_at = now()`,
        [teamId, JSON.stringify(policy), userId]
      )
      await recordAudit(trx, {
        teamId,
        actor: by,
        action: 'data_policy.changed',
        subject: { kind: 'team', id: teamId },
        details: {
          providers: policy.providers?.join(', ') ?? 'all',
          regions: policy.regions?.join(', ') ?? 'all',
          localOnly: policy.localOnly,
        },
      })
    })
  }
}
