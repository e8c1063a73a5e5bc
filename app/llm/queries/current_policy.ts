import { type DataPolicy, defaultPolicy, openDataPolicy, type RoutingPolicy } from '@agentops/engine/contract'
import { teamRows } from '#accounts/services/team_rows'

export interface CurrentPolicy {
  /** 0 while nobody has set one. */
  version: number
  /** Whether it is the project's own, the team's, or the installation's. */
  of: 'project' | 'team' | 'installation'
  policy: RoutingPolicy
}

const policySql = `
  select version, policy, project_id is not null as own from routing_policies
  where project_id is null or project_id = $1::uuid
  order by project_id nulls last, version desc limit 1`

/** How models are picked for a project: by its own policy, else the team's, else the installation's. */
export async function currentPolicy(teamId: string, projectId: string | null): Promise<CurrentPolicy> {
  const [row] = await teamRows<{ version: number; policy: RoutingPolicy; own: boolean }>(teamId, policySql, [
    projectId,
  ])
  if (!row) return { version: 0, of: 'installation', policy: defaultPolicy }
  return {
    version: row.version,
    of: row.own ? 'project' : 'team',
    policy: { ...defaultPolicy, ...row.policy },
  }
}

/** Where a team lets its code be sent to. */
export async function currentDataPolicy(teamId: string): Promise<DataPolicy> {
  const [row] = await teamRows<{ policy: DataPolicy }>(teamId, 'select policy from data_policies')
  return { ...openDataPolicy, ...row?.policy }
}
