import type { DataPolicy, RoutingPolicy } from '@agentops/engine/contract'
import { teamRows } from '#accounts/services/team_rows'

export interface VersionOf<P> {
  version: number
  /** Null: as the team. */
  policy: P | null
  restoredFrom: number | null
  createdBy: string | null
  createdAt: string
}
export type PolicyVersion = VersionOf<RoutingPolicy>
export type DataPolicyVersion = VersionOf<DataPolicy>

const listSql = (table: 'routing_policies' | 'data_policies') => `
  select r.version, r.policy, r.restored_from as "restoredFrom", u.full_name as "createdBy",
    to_json(r.created_at) #>> '{}' as "createdAt"
  from ${table} r left join users u on u.id = r.created_by
  where r.project_id is not distinct from $1::uuid order by r.version desc limit 50`

/** The versions of a policy, newest first. */
export const listPolicies = (teamId: string, projectId: string | null) =>
  teamRows<PolicyVersion>(teamId, listSql('routing_policies'), [projectId])

export const listDataPolicies = (teamId: string, projectId: string | null) =>
  teamRows<DataPolicyVersion>(teamId, listSql('data_policies'), [projectId])
