import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { RoutingPolicy } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface SetRoutingPolicyInput {
  teamId: string
  /** Null: the team's, for all projects without their own. */
  projectId: string | null
  userId: string | null
  by: AuditActor
  /** What is to hold from now on, or the earlier version that it goes back to. */
  change: { policy: RoutingPolicy } | { restore: number }
}

const insertSql = `
  insert into routing_policies (team_id, project_id, version, policy, restored_from, created_by)
  select :team, cast(:project as uuid), coalesce(max(version), 0) + 1, cast(:policy as jsonb), cast(:from as integer), cast(:user as uuid)
  from routing_policies where project_id is not distinct from cast(:project as uuid)
  returning version`

/** Every change is a new version; none is ever changed or lost, so each can be gone back to. */
export default class SetRoutingPolicy {
  execute(input: SetRoutingPolicyInput): Promise<Result<{ version: number }, 'not_found'>> {
    return withTeam(input.teamId, async (trx) => {
      if (!(await this.#lockPlace(trx, input))) return err('not_found' as const)
      const policy = await this.#policy(trx, input)
      if (!policy) return err('not_found' as const)
      const restored = 'restore' in input.change ? input.change.restore : null
      const { rows } = await sql<{ version: number }>(trx, insertSql, {
        team: input.teamId,
        project: input.projectId,
        policy: JSON.stringify(policy),
        from: restored,
        user: input.userId,
      })
      const { version } = rows[0]!
      await recordAudit(trx, {
        teamId: input.teamId,
        actor: input.by,
        action: 'routing_policy.changed',
        subject: { kind: 'project', id: input.projectId ?? input.teamId },
        details: { version, restoredFrom: restored, order: policy.order.join(', ') },
      })
      return ok({ version })
    })
  }

  /** Two changes at once come one after the other, so that no version is taken twice. */
  async #lockPlace(trx: TransactionClientContract, { teamId, projectId }: SetRoutingPolicyInput) {
    const { rowCount } = projectId
      ? await sql(trx, 'select id from projects where id = ? for update', [projectId])
      : await sql(trx, 'select id from teams where id = ? for no key update', [teamId])
    return rowCount === 1
  }

  async #policy(trx: TransactionClientContract, { projectId, change }: SetRoutingPolicyInput) {
    if ('policy' in change) return change.policy
    const { rows } = await sql<{ policy: RoutingPolicy }>(
      trx,
      'select policy from routing_policies where project_id is not distinct from cast(? as uuid) and version = ?',
      [projectId, change.restore]
    )
    return rows[0]?.policy
  }
}
