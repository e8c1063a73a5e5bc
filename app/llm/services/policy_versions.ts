import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#shared/database/sql'

/** Tables of versions; a team's own have no project. A project's policy of JSON null means: as the team. */
type PolicyTable = 'routing_policies' | 'data_policies'

export interface PolicyPlace {
  teamId: string
  /** Null: the team's, for all projects without their own. */
  projectId: string | null
}

/** What is to hold from now on, or the earlier version that it goes back to. */
export type PolicyChange<P> = { policy: P | null } | { restore: number }

export interface NewVersion<P> {
  version: number
  policy: P | null
  restoredFrom: number | null
}

const insertSql = (table: PolicyTable) => `
  insert into ${table} (team_id, project_id, version, policy, restored_from, created_by)
  select :team, cast(:project as uuid), coalesce(max(version), 0) + 1, cast(:policy as jsonb), cast(:from as integer), cast(:user as uuid)
  from ${table} where project_id is not distinct from cast(:project as uuid)
  returning version`

/**
 * Makes a new version; none is ever changed or lost, so each can be gone back to.
 *
 * @returns null where there is no such project or version
 */
export async function addVersion<P>(
  trx: TransactionClientContract,
  table: PolicyTable,
  { teamId, projectId }: PolicyPlace,
  change: PolicyChange<P>,
  userId: string | null
): Promise<NewVersion<P> | null> {
  if (!(await lockPlace(trx, teamId, projectId))) return null
  const restoredFrom = 'restore' in change ? change.restore : null
  const policy = 'policy' in change ? change.policy : await earlier<P>(trx, table, projectId, change.restore)
  // A team has nobody above it to follow.
  if (policy === undefined || (policy === null && projectId === null)) return null
  const { rows } = await sql<{ version: number }>(trx, insertSql(table), {
    team: teamId,
    project: projectId,
    policy: JSON.stringify(policy),
    from: restoredFrom,
    user: userId,
  })
  return { version: rows[0]!.version, policy, restoredFrom }
}

/** Two changes at once come one after the other, so that no version is taken twice. */
async function lockPlace(trx: TransactionClientContract, teamId: string, projectId: string | null) {
  const { rowCount } = projectId
    ? await sql(trx, 'select id from projects where id = ? for update', [projectId])
    : await sql(trx, 'select id from teams where id = ? for no key update', [teamId])
  return rowCount === 1
}

async function earlier<P>(
  trx: TransactionClientContract,
  table: PolicyTable,
  projectId: string | null,
  version: number
): Promise<P | null | undefined> {
  const { rows } = await sql<{ policy: P | null }>(
    trx,
    `select policy from ${table} where project_id is not distinct from cast(? as uuid) and version = ?`,
    [projectId, version]
  )
  return rows[0]?.policy
}
