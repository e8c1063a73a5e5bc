import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole, protect } from '#database/row_level_security'

const functions = 'redeem_authorization_code, rotate_refresh_token, revoke_refresh_token'

/** What a person allowed a program: the grant, the code that begins it, the refresh tokens that keep it alive. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table oauth_grants (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        user_id uuid not null references users on delete cascade,
        client_id varchar(64) not null,
        scopes text[] not null,
        created_at timestamptz not null default now(),
        last_used_at timestamptz not null default now(),
        revoked_at timestamptz,
        unique (id, team_id),
        foreign key (team_id, user_id) references memberships (team_id, user_id) on delete cascade
      )`)
    this.schema.raw('create index oauth_grants_user on oauth_grants (team_id, user_id, created_at desc)')
    this.schema.raw(`
      create table authorization_codes (
        code_hash bytea primary key,
        team_id uuid not null references teams on delete cascade,
        user_id uuid not null references users on delete cascade,
        client_id varchar(64) not null,
        redirect_uri varchar(500) not null,
        scopes text[] not null,
        code_challenge varchar(128) not null,
        grant_id uuid,
        expires_at timestamptz not null,
        foreign key (team_id, user_id) references memberships (team_id, user_id) on delete cascade,
        foreign key (grant_id, team_id) references oauth_grants (id, team_id) on delete cascade
      )`)
    this.schema.raw('create index authorization_codes_expires_at on authorization_codes (expires_at)')
    this.schema.raw(`
      create table refresh_tokens (
        token_hash bytea primary key,
        team_id uuid not null references teams on delete cascade,
        grant_id uuid not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz,
        foreign key (grant_id, team_id) references oauth_grants (id, team_id) on delete cascade
      )`)
    this.schema.raw('create index refresh_tokens_grant on refresh_tokens (grant_id)')
    for (const table of ['oauth_grants', 'authorization_codes', 'refresh_tokens']) {
      for (const statement of protect(table)) this.schema.raw(statement)
    }

    // Cross-team: a code arrives before any team is known. A second use ends what the first one began (RFC 6749 §4.1.2).
    this.schema.raw(`
      create function redeem_authorization_code(hash bytea, new_grant uuid) returns table (team_id uuid, user_id uuid,
        client_id varchar, redirect_uri varchar, scopes text[], code_challenge varchar, ended uuid)
      language plpgsql security definer set search_path = public as $$
      declare found authorization_codes;
      begin
        select * into found from authorization_codes c where c.code_hash = hash for update;
        if found.code_hash is null then return; end if;
        if found.grant_id is not null then
          update oauth_grants g set revoked_at = now() where g.id = found.grant_id and g.revoked_at is null;
          ended := found.grant_id;
          return next;
          return;
        end if;
        if found.expires_at <= clock_timestamp() then return; end if;
        insert into oauth_grants (id, team_id, user_id, client_id, scopes)
          values (new_grant, found.team_id, found.user_id, found.client_id, found.scopes);
        update authorization_codes c set grant_id = new_grant where c.code_hash = hash;
        return query select found.team_id, found.user_id, found.client_id, found.redirect_uri, found.scopes, found.code_challenge,
          null::uuid;
      end $$`)
    // Cross-team: as for codes. A token that comes a second time was stolen, from one or the other: the grant ends (RFC 9700 §4.14).
    this.schema.raw(`
      create function rotate_refresh_token(old_hash bytea, new_hash bytea, lifetime interval)
      returns table (grant_id uuid, team_id uuid, user_id uuid, client_id varchar, scopes text[], ended uuid)
      language plpgsql security definer set search_path = public as $$
      declare old refresh_tokens;
      begin
        select * into old from refresh_tokens t where t.token_hash = old_hash for update;
        if old.token_hash is null then return; end if;
        if old.used_at is not null then
          update oauth_grants g set revoked_at = now() where g.id = old.grant_id and g.revoked_at is null;
          ended := old.grant_id;
          return next;
          return;
        end if;
        if old.expires_at <= clock_timestamp() then return; end if;
        if not exists (select from oauth_grants g where g.id = old.grant_id and g.revoked_at is null) then return; end if;
        update refresh_tokens t set used_at = now() where t.token_hash = old_hash;
        insert into refresh_tokens (token_hash, team_id, grant_id, expires_at)
          values (new_hash, old.team_id, old.grant_id, clock_timestamp() + lifetime);
        return query update oauth_grants g set last_used_at = now() where g.id = old.grant_id
          returning g.id, g.team_id, g.user_id, g.client_id, g.scopes, null::uuid;
      end $$`)
    // Cross-team: whoever holds the token may end it (RFC 7009).
    this.schema.raw(`
      create function revoke_refresh_token(hash bytea) returns uuid
      language sql security definer set search_path = public
      begin atomic
        update oauth_grants g set revoked_at = coalesce(g.revoked_at, now())
        from refresh_tokens t where t.token_hash = hash and t.grant_id = g.id
        returning g.id;
      end`)
    this.schema.raw(`revoke execute on function ${functions} from public`)
    this.schema.raw(`grant execute on function ${functions} to ${appRole()}`)
  }

  async down() {
    this.schema.raw(`drop function ${functions}`)
    this.schema.raw('drop table refresh_tokens, authorization_codes, oauth_grants')
  }
}
