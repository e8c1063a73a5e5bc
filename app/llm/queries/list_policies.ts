import type { RoutingPolicy } from '@agentops/engine/contract'
import { teamRows } from '#accounts/services/team_rows'

export interface PolicyVersion {
  version: number
  policy: RoutingPolicy
  restoredFrom: number | null
  createdBy: string | null
  createdAt: string
}

const listSql = `
  select r.version, r.policy, r.restored_from as "restoredFrom", u.full_name as "createdBy",
    to_json(r.created_at) #>> '{}' as "createdAt"
  from routing_policies r left join users u on u.id = r.created_by
  where r.project_id is not distinct from $1::uuid order by r.version desc limit 50`

/** The versions of a policy, newest first. */
export const listPolicies = (teamId: string, projectId: string | null) =>
  teamRows<PolicyVersion>(teamId, listSql, [projectId])
