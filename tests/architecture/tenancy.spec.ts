import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { prepareDatabase } from '#tests/support/prepare_database'

/** Tables that belong to no team, each with its reason. */
const globalTables: Record<string, string> = {
  users: 'a person may belong to several teams, and signs in before any is chosen',
  sessions: 'read by a random id before anybody is known',
  signing_keys: 'keys of the installation, not of a team',
  stripe_events: 'ids of what Stripe said, kept before it is known whose it is; no content',
  adonis_schema: 'which migrations have run',
  adonis_schema_versions: 'which migrations have run',
}

test.group('Row-level security', (group) => {
  group.setup(prepareDatabase)

  test('is enabled and forced with a policy for the app on every table of a team', async ({ assert }) => {
    const { rows } = await db.rawQuery(`
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        exists (select 1 from pg_policies p where p.tablename = c.relname and p.policyname = 'tenant') as closed
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)
    const open = rows.filter(
      (table: { name: string; enabled: boolean; forced: boolean; closed: boolean }) =>
        !(table.name in globalTables) && !(table.enabled && table.forced && table.closed)
    )
    assert.isAbove(rows.length, 8)
    assert.deepEqual(open, [])
  })

  test('cannot be escaped by the role the app connects with', async ({ assert }) => {
    const { rows } = await db.rawQuery(`
      select r.rolsuper, r.rolbypassrls, r.rolcreaterole,
        (select count(*)::int from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owned
      from pg_roles r where r.rolname = current_user`)
    assert.deepEqual(rows, [{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 }])
  })

  test('shows nothing where no team is set', async ({ assert }) => {
    for (const table of [
      'teams',
      'memberships',
      'projects',
      'workflows',
      'workflow_events',
      'workflow_artifacts',
    ]) {
      const { rows } = await db.rawQuery(`select count(*)::int as count from ${table}`)
      assert.equal(rows[0].count, 0, table)
    }
  })

  test('leaves no way for the app to change or remove events', async ({ assert }) => {
    await assert.rejects(() => db.rawQuery('delete from workflow_events'), /permission denied/)
    await assert.rejects(() => db.rawQuery('update workflow_events set seq = 0'), /permission denied/)
  })
})
