import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole } from '#database/row_level_security'

const functions = 'list_all_teams, memberships_of, count_jobs, list_installation_audit'

/** What the operators of an installation need: a look across teams, by named functions, and feature flags. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table feature_flags (
        name varchar(64) primary key check (name ~ '^[a-z][a-z0-9_]*$'),
        percentage smallint not null default 0 check (percentage between 0 and 100),
        team_ids uuid[] not null default '{}',
        updated_at timestamptz not null default now()
      )`)

    // Cross-team reader: operators look for teams.
    this.schema.raw(`
      create function list_all_teams(wanted text, most integer, skip integer) returns table (id uuid, name varchar,
        members integer, owners text, created_at timestamptz, purge_at timestamptz, total integer)
      language sql stable security definer set search_path = public
      begin atomic
        select t.id, t.name, (select count(*)::int from memberships m where m.team_id = t.id),
          (select string_agg(u.email, ', ' order by u.email) from memberships m join users u on u.id = m.user_id
             where m.team_id = t.id and m.role = 'owner'),
          t.created_at, t.purge_at, count(*) over ()::int
        from teams t
        where wanted is null or t.name ilike '%' || wanted || '%' or t.id::text = wanted
        order by t.created_at desc, t.id desc limit most offset skip;
      end`)
    // Cross-team reader: in which teams the people are whom operators look at.
    this.schema.raw(`
      create function memberships_of(people uuid[]) returns table (user_id uuid, team_id uuid, team_name varchar,
        role varchar)
      language sql stable security definer set search_path = public
      begin atomic
        select m.user_id, t.id, t.name, m.role from memberships m join teams t on t.id = m.team_id
        where m.user_id = any(people) and t.deleted_at is null order by t.name;
      end`)
    // Cross-team reader: how the queue does.
    this.schema.raw(`
      create function count_jobs() returns table (name varchar, status varchar, jobs integer, oldest timestamptz)
      language sql stable security definer set search_path = public
      begin atomic
        select j.name, j.status, count(*)::int, min(j.run_at) from jobs j group by 1, 2 order by 1, 2;
      end`)
    // Reader across people: what operators have done, for all operators.
    this.schema.raw(`
      create function list_installation_audit(most integer) returns table (id uuid, actor_name varchar,
        action varchar, subject_name varchar, details jsonb, address inet, created_at timestamptz)
      language sql stable security definer set search_path = public
      begin atomic
        select a.id, a.actor_name, a.action, a.subject_name, a.details, a.address, a.created_at
        from audit_entries a
        where a.team_id is null and a.action like 'operator.%' order by a.created_at desc, a.id desc limit most;
      end`)
    this.schema.raw(`create index audit_entries_operators on audit_entries (created_at desc, id desc)
      where team_id is null and action like 'operator.%'`)
    this.schema.raw(`revoke execute on function ${functions} from public`)
    this.schema.raw(`grant execute on function ${functions} to ${appRole()}`)
  }

  async down() {
    this.schema.raw(`drop function ${functions}`)
    this.schema.raw('drop index audit_entries_operators')
    this.schema.raw('drop table feature_flags')
  }
}
