import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole } from '#database/row_level_security'

const columns = `kind text, id uuid, team_id uuid, user_id uuid, scopes text[], expires_at timestamptz, name varchar,
  role varchar, user_name varchar, team_name varchar`

// A person who has left or is suspended, and a deleted team, have no row here.
const authentication = (forPerson = '', forRobot = '') => `
  select 'person', t.id, t.team_id, t.user_id, t.scopes, t.expires_at, t.name, m.role, u.full_name, teams.name
    ${forPerson}
  from api_tokens t
  join memberships m on m.team_id = t.team_id and m.user_id = t.user_id
  join users u on u.id = t.user_id and u.suspended_at is null
  join teams on teams.id = t.team_id and teams.deleted_at is null
  where t.token_hash = hash
  union all
  select 'robot', s.id, s.team_id, null, s.scopes, s.expires_at, s.name,
    case when 'admin' = any(s.scopes) then 'admin' else 'developer' end, s.name, teams.name
    ${forRobot}
  from service_tokens s
  join teams on teams.id = s.team_id and teams.deleted_at is null
  where s.token_hash = hash and s.revoked_at is null`

/** A team may let in only those of its members who have a second factor. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table teams add column second_factor_required boolean not null default false')
    // Across people: a team learns of its members whether they have one, and nothing about it.
    this.schema.raw(`
      create function has_second_factor(person uuid) returns boolean
      language sql stable security definer set search_path = public
      begin atomic
        select exists (select from totp_secrets s where s.user_id = person and s.confirmed_at is not null)
          or exists (select from passkeys p where p.user_id = person);
      end`)
    this.schema.raw('revoke execute on function has_second_factor from public')
    this.schema.raw(`grant execute on function has_second_factor to ${appRole()}`)
    this.#replace(
      `${columns}, kept_out boolean`,
      authentication(
        ', case when teams.second_factor_required then not has_second_factor(t.user_id) else false end',
        ', false'
      )
    )
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
    this.#replace(columns, authentication())
    this.schema.raw('drop function has_second_factor')
    this.schema.raw('alter table teams drop column second_factor_required')
  }
}
