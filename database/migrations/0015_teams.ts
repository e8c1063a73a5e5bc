import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole, protect } from '#database/row_level_security'

const functions = 'find_invitation, find_teams_to_purge'

/** Teams that can be deleted and brought back, invitations, robots with tokens, people who are suspended. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`alter table teams add column deleted_at timestamptz, add column purge_at timestamptz,
      add constraint teams_purge check ((deleted_at is null) = (purge_at is null))`)
    this.schema.raw('create index teams_purge_at on teams (purge_at) where purge_at is not null')
    this.schema.raw(
      'alter table users add column suspended_at timestamptz, add column is_operator boolean not null default false'
    )
    this.#invitations()
    this.#serviceTokens()
    this.#authentication()
  }

  #invitations() {
    this.schema.raw(`
      create table invitations (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        email varchar(254) not null,
        role varchar(16) not null check (role in ('owner', 'admin', 'developer', 'viewer', 'billing')),
        token_hash bytea not null unique,
        invited_by uuid references users on delete set null,
        created_at timestamptz not null default now(),
        sent_at timestamptz not null default now(),
        expires_at timestamptz not null
      )`)
    this.schema.raw('create unique index invitations_team_email on invitations (team_id, lower(email))')
    for (const statement of protect('invitations')) this.schema.raw(statement)

    // Cross-team reader: whoever holds the link of an invitation is not in the team yet.
    this.schema.raw(`
      create function find_invitation(hash bytea) returns table (id uuid, team_id uuid, team_name varchar,
        email varchar, role varchar, inviter_name varchar, expires_at timestamptz, has_account boolean)
      language sql stable security definer set search_path = public
      begin atomic
        select i.id, i.team_id, t.name, i.email, i.role, u.full_name, i.expires_at,
          exists (select from users x where lower(x.email) = lower(i.email))
        from invitations i
        join teams t on t.id = i.team_id and t.deleted_at is null
        left join users u on u.id = i.invited_by
        where i.token_hash = hash;
      end`)
    // Cross-team reader: the sweeper of deleted teams belongs to none of them.
    this.schema.raw(`
      create function find_teams_to_purge() returns table (id uuid)
      language sql stable security definer set search_path = public
      begin atomic
        select t.id from teams t where t.purge_at <= clock_timestamp() order by t.purge_at limit 100;
      end`)
    this.schema.raw(`revoke execute on function ${functions} from public`)
    this.schema.raw(`grant execute on function ${functions} to ${appRole()}`)
  }

  #serviceTokens() {
    this.schema.raw(`
      create table service_tokens (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        name varchar(80) not null,
        token_hash bytea not null unique,
        last_four char(4) not null,
        scopes text[] not null,
        created_by uuid references users on delete set null,
        created_at timestamptz not null default now(),
        last_used_at timestamptz,
        expires_at timestamptz,
        revoked_at timestamptz,
        unique (id, team_id)
      )`)
    this.schema.raw(
      'create unique index service_tokens_team_name on service_tokens (team_id, lower(name)) where revoked_at is null'
    )
    for (const statement of protect('service_tokens')) this.schema.raw(statement)
    // A robot's name stays with its work: its row is kept when its token is revoked.
    this.schema.raw(`alter table workflows add column created_by_robot uuid,
      add constraint workflows_created_by_robot_fkey foreign key (created_by_robot, team_id)
        references service_tokens (id, team_id) on delete set null (created_by_robot)`)
  }

  #authentication() {
    this.#replace(
      `kind text, id uuid, team_id uuid, user_id uuid, scopes text[], expires_at timestamptz, name varchar,
       role varchar, user_name varchar, team_name varchar`,
      // A person who has left or is suspended, and a deleted team, have no row here.
      `select 'person', t.id, t.team_id, t.user_id, t.scopes, t.expires_at, t.name, m.role, u.full_name, teams.name
       from api_tokens t
       join memberships m on m.team_id = t.team_id and m.user_id = t.user_id
       join users u on u.id = t.user_id and u.suspended_at is null
       join teams on teams.id = t.team_id and teams.deleted_at is null
       where t.token_hash = hash
       union all
       select 'robot', s.id, s.team_id, null, s.scopes, s.expires_at, s.name,
         case when 'admin' = any(s.scopes) then 'admin' else 'developer' end, s.name, teams.name
       from service_tokens s
       join teams on teams.id = s.team_id and teams.deleted_at is null
       where s.token_hash = hash and s.revoked_at is null`
    )
    this.schema.raw(`
      create or replace function touch_api_tokens(token_ids uuid[], used_at timestamptz[]) returns void
      language sql security definer set search_path = public
      begin atomic
        update api_tokens set last_used_at = u.at
        from unnest(token_ids, used_at) as u(id, at)
        where api_tokens.id = u.id and (api_tokens.last_used_at is null or api_tokens.last_used_at < u.at);
        update service_tokens set last_used_at = u.at
        from unnest(token_ids, used_at) as u(id, at)
        where service_tokens.id = u.id and (service_tokens.last_used_at is null or service_tokens.last_used_at < u.at);
      end`)
  }

  #replace(returns: string, body: string) {
    this.schema.raw('drop function authenticate_api_token')
    this.schema.raw(`
      create function authenticate_api_token(hash bytea) returns table (${returns})
      language sql stable security definer set search_path = public
      begin atomic ${body}; end`)
    this.schema.raw('revoke execute on function authenticate_api_token from public')
    this.schema.raw(`grant execute on function authenticate_api_token to ${appRole()}`)
  }

  async down() {
    this.#replace(
      `id uuid, team_id uuid, user_id uuid, scopes text[], expires_at timestamptz, name varchar, role varchar,
       user_name varchar, team_name varchar`,
      `select t.id, t.team_id, t.user_id, t.scopes, t.expires_at, t.name, m.role, u.full_name, teams.name
       from api_tokens t
       join memberships m on m.team_id = t.team_id and m.user_id = t.user_id
       join users u on u.id = t.user_id
       join teams on teams.id = t.team_id
       where t.token_hash = hash`
    )
    this.schema.raw(`
      create or replace function touch_api_tokens(token_ids uuid[], used_at timestamptz[]) returns void
      language sql security definer set search_path = public
      begin atomic
        update api_tokens set last_used_at = u.at
        from unnest(token_ids, used_at) as u(id, at)
        where api_tokens.id = u.id and (api_tokens.last_used_at is null or api_tokens.last_used_at < u.at);
      end`)
    this.schema.raw(`drop function ${functions}`)
    this.schema.raw('alter table workflows drop column created_by_robot')
    this.schema.raw('drop table service_tokens, invitations')
    this.schema.raw('alter table users drop column suspended_at, drop column is_operator')
    this.schema.raw('alter table teams drop column deleted_at, drop column purge_at')
  }
}
