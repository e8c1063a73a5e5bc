import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole, protect } from '#database/row_level_security'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table users (
        id uuid primary key default uuidv7(),
        email varchar(254) not null,
        full_name varchar(120) not null,
        password varchar(255) not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`)
    this.schema.raw('create unique index users_email_unique on users (lower(email))')

    this.schema.raw(`
      create table sessions (
        id varchar(255) primary key,
        data text not null,
        user_id varchar(255),
        expires_at timestamptz not null
      )`)
    this.schema.raw('create index sessions_expires_at on sessions (expires_at)')
    this.schema.raw('create index sessions_user_id on sessions (user_id)')

    this.schema.raw(`
      create table signing_keys (
        id varchar(64) primary key,
        public_jwk jsonb not null,
        private_jwk_encrypted text not null,
        created_at timestamptz not null default now(),
        retired_at timestamptz
      )`)

    this.schema.raw(`
      create table teams (
        id uuid primary key default uuidv7(),
        name varchar(80) not null,
        is_personal boolean not null default false,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`)

    this.schema.raw(`
      create table memberships (
        team_id uuid not null references teams on delete cascade,
        user_id uuid not null references users on delete cascade,
        role varchar(16) not null check (role in ('owner', 'admin', 'developer', 'viewer', 'billing')),
        created_at timestamptz not null default now(),
        primary key (team_id, user_id)
      )`)
    this.schema.raw('create index memberships_user_id on memberships (user_id)')

    this.schema.raw(`
      create table api_tokens (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        user_id uuid not null references users on delete cascade,
        name varchar(80) not null,
        token_hash bytea not null unique,
        last_four char(4) not null,
        scopes text[] not null,
        last_used_at timestamptz,
        expires_at timestamptz,
        created_at timestamptz not null default now()
      )`)
    this.schema.raw('create index api_tokens_team on api_tokens (team_id, created_at desc)')

    // A person sees their own memberships before a team is chosen, and through them their teams.
    const policies = [
      ...protect('memberships', 'team_id = current_team_id() or user_id = current_user_id()'),
      ...protect(
        'teams',
        `id = current_team_id() or exists (
          select 1 from memberships where memberships.team_id = teams.id and memberships.user_id = current_user_id())`
      ),
      ...protect('api_tokens'),
    ]
    for (const statement of policies) this.schema.raw(statement)

    // Cross-team reader: a bearer token arrives before any team is known.
    this.schema.raw(`
      create function authenticate_api_token(hash bytea)
      returns table (id uuid, team_id uuid, user_id uuid, scopes text[], expires_at timestamptz)
      language sql stable security definer set search_path = public
      begin atomic
        select t.id, t.team_id, t.user_id, t.scopes, t.expires_at from api_tokens t where t.token_hash = hash;
      end`)
    // Cross-team writer: uses of tokens of all teams are recorded in one batch.
    this.schema.raw(`
      create function touch_api_tokens(token_ids uuid[], used_at timestamptz[]) returns void
      language sql security definer set search_path = public
      begin atomic
        update api_tokens set last_used_at = u.at
        from unnest(token_ids, used_at) as u(id, at)
        where api_tokens.id = u.id and (api_tokens.last_used_at is null or api_tokens.last_used_at < u.at);
      end`)
    this.schema.raw('revoke execute on function authenticate_api_token, touch_api_tokens from public')
    this.schema.raw(`grant execute on function authenticate_api_token, touch_api_tokens to ${appRole()}`)
  }

  async down() {
    this.schema.raw('drop function authenticate_api_token, touch_api_tokens')
    this.schema.raw('drop table api_tokens, memberships, teams, signing_keys, sessions, users')
  }
}
