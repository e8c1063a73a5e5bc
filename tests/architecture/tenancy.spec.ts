import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { prepareDatabase } from '#tests/support/prepare_database'

/** Tables that belong to no team, each with its reason. */
const globalTables: Record<string, string> = {
  users: 'a person may belong to several teams, and signs in before any is chosen',
  sessions: 'read by a random id before anybody is known',
  oauth_clients:
    'programs that register themselves before any team is known; a name and addresses, no secret',
  signing_keys: 'keys of the installation, not of a team',
  feature_flags: 'switches of the installation; they name teams and belong to none',
  stripe_events: 'ids of what Stripe said, kept before it is known whose it is; no content',
  adonis_schema: 'which migrations have run',
  adonis_schema_versions: 'which migrations have run',
}

/** The functions that run as the owner and so see across teams and people, each with its reason. */
const seeAcross: Record<string, string> = {
  authenticate_api_token: 'a bearer token arrives before any team is known',
  end_grants_of: 'a new password puts programs out, whichever team they were let into',
  has_second_factor: 'a team may ask of its members to have one; a team sees no other thing of theirs',
  touch_api_tokens: 'uses of tokens of all teams are recorded in one batch',
  redeem_authorization_code: 'a code arrives before any team is known',
  rotate_refresh_token: 'a refresh token arrives before any team is known',
  revoke_refresh_token: 'whoever holds a token may end it, before any team is known',
  take_mail_token: 'a mailed link is opened before it is known who opens it',
  find_passkey: 'a passkey says who signs in',
  find_linked_identity: 'an account at a git host says who signs in',
  find_invitation: 'who is invited is not in the team yet',
  find_data_export: 'a mailed link is opened by whoever holds it',
  find_people_to_purge: 'the deletion of accounts is nobody in particular',
  forget_expired_secrets: 'what was mailed to anybody and has expired is let go',
  forget_person: 'trails of all teams of somebody who is gone stop naming them',
  find_teams_to_purge: 'the deletion of teams belongs to none of them',
  next_steps: 'the queue serves all teams fairly',
  take_outbox: 'bells of all teams are rung by whoever comes first',
  claim_job: 'a worker learns from the job whose it is',
  settle_job: 'a worker ends what it has claimed',
  find_due_jobs: 'the sweeper looks after the jobs of all teams',
  list_jobs: 'operators look at the queue',
  count_jobs: 'operators look at the queue',
  replay_job: 'operators give dead jobs another try',
  list_all_teams: 'operators look for teams',
  list_all_connections: "operators look after the hosts' budgets",
  memberships_of: 'operators look for people',
  list_installation_audit: "operators see each other's acts",
  list_usage_differences: 'operators compare ledgers',
  find_webhook: "a git host's call is known by the id in its address before its team is",
  find_projects_of_repository:
    "an event of the installation's own host concerns every project on that repository",
  find_due_git_connections: 'connections of all teams are looked at in turn',
  forget_old_webhook_deliveries: 'deliveries of all teams are kept for the same time',
  release_stale_holds: 'what killed workers held back is let go, whose ever it was',
  team_of_stripe_customer: 'Stripe names a customer, and whose that is is not known yet',
  list_billed_teams: 'reports and reconciliation go through all teams that pay',
  end_billing_of_team: 'a trigger: nobody goes on paying for a team that is gone',
  list_teams: 'history of all teams is pruned',
  search_code_words: 'an index that row-level security would keep from being used; the team is written out',
  open_vector_store: 'a column that needs an extension is added when the server has it; it reads no row',
  search_code_meaning: 'an index that row-level security would keep from being used; the team is written out',
  search_code_names: 'an index that row-level security would keep from being used; the team is written out',
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

  test('is passed by named functions alone, which nobody but the app may call', async ({ assert }) => {
    const { rows } = await db.rawQuery(`
      select p.proname as name, exists (select 1 from unnest(p.proconfig) c where c like 'search_path=%') as fixed,
        exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as open,
        p.prorettype = 'trigger'::regtype as trigger
      from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`)
    const functions: { name: string; fixed: boolean; open: boolean; trigger: boolean }[] = rows
    assert.isEmpty(
      functions.filter(({ name }) => !(name in seeAcross)).map(({ name }) => name),
      'a function that runs as the owner needs its reason in this file'
    )
    for (const { name, fixed, open, trigger } of functions) {
      assert.isTrue(fixed, `${name} fixes its search_path`)
      assert.isTrue(!open || trigger, `${name} is not for everybody`)
    }
  })

  test('shows no row of any team to a query that names none', async ({ assert }) => {
    const { rows } = await db.rawQuery(`
      select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'team_id' and t.table_type = 'BASE TABLE'`)
    assert.isAbove(rows.length, 15)
    for (const { name } of rows) {
      const seen = await db.rawQuery(`select count(*)::int as n from ${name} where team_id is not null`)
      assert.equal(seen.rows[0].n, 0, name)
    }
  })

  test('leaves no way for the app to change or remove events', async ({ assert }) => {
    await assert.rejects(() => db.rawQuery('delete from workflow_events'), /permission denied/)
    await assert.rejects(() => db.rawQuery('update workflow_events set seq = 0'), /permission denied/)
  })
})
