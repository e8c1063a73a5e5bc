import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole, protect } from '#database/row_level_security'

const functions = 'take_mail_token, find_passkey, find_linked_identity'

/** Of one person: seen by the database's role only while that person is set. */
const personal = ['mail_tokens', 'totp_secrets', 'recovery_codes', 'passkeys', 'linked_identities']

export default class extends BaseSchema {
  async up() {
    // Whoever signs in with GitHub or GitLab may have no password.
    this.schema.raw(`
      alter table users alter column password drop not null,
        add column email_verified_at timestamptz,
        add column password_changed_at timestamptz,
        add column avatar_id uuid`)

    this.schema.raw(`
      create table avatars (
        user_id uuid primary key references users on delete cascade,
        id uuid not null,
        media_type varchar(16) not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
        data bytea not null check (octet_length(data) <= 262144)
      )`)

    // A link that was mailed: for an address, for one purpose, once.
    this.schema.raw(`
      create table mail_tokens (
        token_hash bytea primary key,
        user_id uuid not null references users on delete cascade,
        purpose varchar(16) not null check (purpose in ('verify', 'reset', 'change')),
        email varchar(254) not null,
        expires_at timestamptz not null,
        created_at timestamptz not null default now()
      )`)
    this.schema.raw('create index mail_tokens_user on mail_tokens (user_id, purpose)')

    this.schema.raw(`
      create table totp_secrets (
        user_id uuid primary key references users on delete cascade,
        secret_encrypted text not null,
        last_step bigint not null default 0,
        confirmed_at timestamptz,
        created_at timestamptz not null default now()
      )`)

    this.schema.raw(`
      create table recovery_codes (
        user_id uuid not null references users on delete cascade,
        code_hash bytea not null,
        used_at timestamptz,
        primary key (user_id, code_hash)
      )`)

    this.schema.raw(`
      create table passkeys (
        id uuid primary key default uuidv7(),
        user_id uuid not null references users on delete cascade,
        credential_id varchar(1400) not null unique,
        public_key bytea not null,
        sign_count bigint not null,
        transports text[] not null default '{}',
        name varchar(80) not null,
        backed_up boolean not null,
        last_used_at timestamptz,
        created_at timestamptz not null default now()
      )`)
    this.schema.raw('create index passkeys_user on passkeys (user_id)')

    this.schema.raw(`
      create table linked_identities (
        provider varchar(16) not null,
        provider_user_id varchar(64) not null,
        user_id uuid not null references users on delete cascade,
        login varchar(254) not null,
        last_used_at timestamptz,
        created_at timestamptz not null default now(),
        primary key (provider, provider_user_id),
        unique (user_id, provider)
      )`)

    for (const table of personal) {
      for (const statement of protect(table, 'user_id = current_user_id()')) this.schema.raw(statement)
    }
    // A picture is seen by its person and by those in a team with them.
    for (const statement of protect(
      'avatars',
      `user_id = current_user_id() or exists (select 1 from memberships m
         where m.user_id = avatars.user_id and m.team_id = current_team_id())`
    )) {
      this.schema.raw(statement)
    }

    // Across people: whoever opens a mailed link is not known yet. Taking is using up.
    this.schema.raw(`
      create function take_mail_token(wanted varchar, hash bytea) returns table (user_id uuid, email varchar)
      language sql security definer set search_path = public
      begin atomic
        delete from mail_tokens t where t.token_hash = hash and t.purpose = wanted
        returning case when t.expires_at > clock_timestamp() then t.user_id end,
          case when t.expires_at > clock_timestamp() then t.email end;
      end`)
    // Across people: a passkey says who signs in.
    this.schema.raw(`
      create function find_passkey(credential varchar)
      returns table (id uuid, user_id uuid, public_key bytea, sign_count bigint, transports text[])
      language sql stable security definer set search_path = public
      begin atomic
        select p.id, p.user_id, p.public_key, p.sign_count, p.transports
        from passkeys p where p.credential_id = credential;
      end`)
    // Across people: GitHub or GitLab says who signs in.
    this.schema.raw(`
      create function find_linked_identity(wanted varchar, wanted_id varchar) returns table (user_id uuid)
      language sql stable security definer set search_path = public
      begin atomic
        select l.user_id from linked_identities l where l.provider = wanted and l.provider_user_id = wanted_id;
      end`)
    this.schema.raw(`revoke execute on function ${functions} from public`)
    this.schema.raw(`grant execute on function ${functions} to ${appRole()}`)

    this.schema.raw(`
      alter table sessions add column public_id uuid not null default uuidv7() unique,
        add column address inet,
        add column user_agent varchar(300),
        add column signed_in_at timestamptz,
        add column last_seen_at timestamptz not null default now()`)
  }

  async down() {
    this.schema.raw(`alter table sessions drop column public_id, drop column address, drop column user_agent,
      drop column signed_in_at, drop column last_seen_at`)
    this.schema.raw(`drop function ${functions}`)
    this.schema.raw(`drop table avatars, ${personal.join(', ')}`)
    this.schema.raw(`update users set password = '' where password is null`)
    this.schema.raw(`alter table users alter column password set not null, drop column email_verified_at,
      drop column password_changed_at, drop column avatar_id`)
  }
}
