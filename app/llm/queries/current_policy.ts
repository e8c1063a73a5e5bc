import { type DataPolicy, defaultPolicy, openDataPolicy, type RoutingPolicy } from '@agentops/engine/contract'
import { teamRows } from '#accounts/services/team_rows'
import { narrowed } from '#llm/services/data_policy'

export interface CurrentPolicy {
  /** 0 while nobody has set one. */
  version: number
  /** Whether it is the project's own, the team's, or the installation's. */
  of: 'project' | 'team' | 'installation'
  policy: RoutingPolicy
}

/** The newest of a project and of its team; a project's own of null means: as the team. */
const latestSql = (table: 'routing_policies' | 'data_policies') => `
  select version, policy, own from (
    select distinct on (project_id) version, policy, project_id is not null as own from ${table}
    where project_id is null or project_id = $1::uuid order by project_id, version desc) latest
  where policy <> 'null'::jsonb order by own desc`

interface Row<P> {
  version: number
  policy: P
  own: boolean
}

/** How models are picked for a project: by its own policy, else the team's, else the installation's. */
export async function currentPolicy(teamId: string, projectId: string | null): Promise<CurrentPolicy> {
  const [row] = await teamRows<Row<RoutingPolicy>>(teamId, latestSql('routing_policies'), [projectId])
  if (!row) return { version: 0, of: 'installation', policy: defaultPolicy }
  return {
    version: row.version,
    of: row.own ? 'project' : 'team',
    policy: { ...defaultPolicy, ...row.policy },
  }
}

export interface CurrentDataPolicy {
  /** What holds: the team's, narrowed by the project's. */
  policy: DataPolicy
  team: DataPolicy
  /** Null where the project has none of its own. */
  own: DataPolicy | null
}

/** Where code of a project, or of the team as a whole, may be sent to. */
export async function dataPolicies(teamId: string, projectId: string | null): Promise<CurrentDataPolicy> {
  const rows = await teamRows<Row<DataPolicy>>(teamId, latestSql('data_policies'), [projectId])
  const whole = (policy?: DataPolicy) => ({ ...openDataPolicy, ...policy })
  const team = whole(rows.find((row) => !row.own)?.policy)
  const project = rows.find((row) => row.own)
  const own = project ? whole(project.policy) : null
  return { policy: own ? narrowed(team, own) : team, team, own }
}

export async function currentDataPolicy(teamId: string, projectId: string | null = null) {
  return (await dataPolicies(teamId, projectId)).policy
}
