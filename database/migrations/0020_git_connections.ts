import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole, protect } from '#database/row_level_security'

const functions =
  'find_due_git_connections, find_projects_of_repository, find_webhook, forget_old_webhook_deliveries'

/** Accounts of git hosts that teams have connected, the repositories seen through them, and what hosts tell us. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table git_connections (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        host varchar(16) not null check (host in ('github', 'gitlab')),
        web_url text not null,
        api_url text not null,
        auth varchar(8) not null check (auth in ('oauth', 'token', 'app')),
        account_id varchar(64) not null,
        account_login varchar(255) not null,
        account_name varchar(255),
        installation_id bigint,
        scopes text[],
        token_encrypted text,
        refresh_token_encrypted text,
        token_expires_at timestamptz,
        health varchar(16) not null default 'works' check (health in ('works', 'expired', 'revoked', 'unreachable')),
        health_reason text,
        checked_at timestamptz not null default now(),
        rate_limit integer,
        rate_remaining integer,
        rate_resets_at timestamptz,
        synced_at timestamptz,
        sync_problem text,
        created_by uuid references users on delete set null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (id, team_id),
        check ((auth = 'app') = (installation_id is not null)),
        check ((auth = 'app') = (token_encrypted is null))
      )`)
    // Connecting the same account once more renews the connection instead of adding another.
    this.schema.raw(`create unique index git_connections_account
      on git_connections (team_id, web_url, auth, account_id, coalesce(installation_id, 0))`)
    for (const statement of protect('git_connections')) this.schema.raw(statement)

    this.schema.raw(`
      create table git_repositories (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        connection_id uuid not null,
        host_id varchar(64) not null,
        path text not null,
        name text not null,
        url text not null,
        clone_url text not null,
        default_branch varchar(255),
        visibility varchar(16) not null check (visibility in ('public', 'internal', 'private')),
        archived boolean not null,
        language varchar(80),
        description text,
        pushed_at timestamptz,
        can_push boolean,
        seen_at timestamptz not null,
        unique (connection_id, host_id),
        foreign key (connection_id, team_id) references git_connections (id, team_id) on delete cascade
      )`)
    this.schema.raw(
      'create index git_repositories_team on git_repositories (team_id, pushed_at desc nulls last, id desc)'
    )
    for (const statement of protect('git_repositories')) this.schema.raw(statement)

    this.schema.raw(`
      alter table projects
        add column connection_id uuid,
        add column host_repository_id varchar(64),
        add column host_repository_path text,
        add constraint projects_connection_fkey foreign key (connection_id, team_id)
          references git_connections (id, team_id) on delete set null (connection_id)`)
    this.schema.raw(
      'create index projects_connection on projects (connection_id) where connection_id is not null'
    )
    this.schema.raw(`create index projects_host_repository on projects (host_repository_id)
      where host_repository_id is not null`)

    this.schema.raw(`
      create table git_webhooks (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        project_id uuid not null unique,
        host varchar(16) not null check (host in ('github', 'gitlab')),
        secret_encrypted text not null,
        state varchar(16) not null default 'waiting' check (state in ('waiting', 'works', 'failed')),
        problem text,
        checked_at timestamptz,
        last_delivery_at timestamptz,
        created_at timestamptz not null default now(),
        foreign key (project_id, team_id) references projects (id, team_id) on delete cascade
      )`)
    this.schema.raw('create index git_webhooks_team on git_webhooks (team_id)')
    for (const statement of protect('git_webhooks')) this.schema.raw(statement)

    this.schema.raw(`
      create table git_deliveries (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        project_id uuid not null,
        delivery_id varchar(160) not null,
        event varchar(64) not null,
        told jsonb,
        status varchar(16) not null check (status in ('received', 'handled', 'ignored', 'malformed')),
        problem text,
        received_at timestamptz not null default now(),
        handled_at timestamptz,
        unique (project_id, delivery_id),
        foreign key (project_id, team_id) references projects (id, team_id) on delete cascade
      )`)
    this.schema.raw(
      'create index git_deliveries_project on git_deliveries (project_id, received_at desc, id desc)'
    )
    this.schema.raw('create index git_deliveries_received on git_deliveries (received_at)')
    for (const statement of protect('git_deliveries')) this.schema.raw(statement)

    // Cross-team reader: a webhook is known by the random id in its address before its team is.
    this.schema.raw(`
      create function find_webhook(wanted uuid)
      returns table (team_id uuid, project_id uuid, host varchar, secret_encrypted text, host_repository_id varchar)
      language sql stable security definer set search_path = public
      begin atomic
        select w.team_id, w.project_id, w.host, w.secret_encrypted, p.host_repository_id
        from git_webhooks w join projects p on p.id = w.project_id where w.id = wanted;
      end`)
    // Cross-team reader: an event of the installation's own host concerns every project on that repository.
    this.schema.raw(`
      create function find_projects_of_repository(wanted_host varchar, wanted_url text, wanted_id varchar)
      returns table (team_id uuid, project_id uuid)
      language sql stable security definer set search_path = public
      begin atomic
        select p.team_id, p.id from projects p join git_connections c on c.id = p.connection_id
        where p.host_repository_id = wanted_id and c.host = wanted_host and c.web_url = wanted_url;
      end`)
    // Cross-team reader: which connections have not been looked at for a while.
    this.schema.raw(`
      create function find_due_git_connections(before timestamptz)
      returns table (team_id uuid, connection_id uuid)
      language sql stable security definer set search_path = public
      begin atomic
        select c.team_id, c.id from git_connections c
        where c.checked_at < before and c.health in ('works', 'unreachable') order by c.checked_at limit 500;
      end`)
    // Cross-team: what hosts told is kept for a while, so that it can be looked at and handled again.
    this.schema.raw(`
      create function forget_old_webhook_deliveries(before timestamptz) returns void
      language sql security definer set search_path = public
      begin atomic
        delete from git_deliveries where received_at < before;
      end`)
    this.schema.raw(`revoke execute on function ${functions} from public`)
    this.schema.raw(`grant execute on function ${functions} to ${appRole()}`)
  }

  async down() {
    this.schema.raw(`drop function ${functions}`)
    this.schema.raw('drop table git_deliveries')
    this.schema.raw('drop table git_webhooks')
    this.schema.raw(`alter table projects drop column connection_id, drop column host_repository_id,
      drop column host_repository_path`)
    this.schema.raw('drop table git_repositories')
    this.schema.raw('drop table git_connections')
  }
}
