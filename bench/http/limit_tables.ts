import pg from 'pg'

const copied = [
  'teams',
  'users',
  'memberships',
  'api_tokens',
  'projects',
  'workflows',
  'workflow_steps',
  'workflow_events',
]

/**
 * The same rows in tables with the same columns and indexes, but without row-level security and foreign
 * keys: what the fastest server there could be would run on.
 */
export async function makeLimitTables(
  ownerUrl: string,
  { teamId, userId }: { teamId: string; userId: string }
) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.current_team_id', $1, true), set_config('app.current_user_id', $2, true)`,
      [teamId, userId]
    )
    await client.query('create schema bench_limit')
    for (const table of [...copied, 'outbox']) {
      await client.query(`create table bench_limit.${table} (like public.${table} including all)`)
    }
    for (const table of copied)
      await client.query(`insert into bench_limit.${table} select * from public.${table}`)
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}
