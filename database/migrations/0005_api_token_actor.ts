import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole } from '#database/row_level_security'

const columns = 'id uuid, team_id uuid, user_id uuid, scopes text[], expires_at timestamptz'

/** A bearer token says in one look-up who acts, in which team, and with which role. */
export default class extends BaseSchema {
  #replace(returns: string, body: string) {
    this.schema.raw('drop function authenticate_api_token')
    this.schema.raw(`
      create function authenticate_api_token(hash bytea) returns table (${returns})
      language sql stable security definer set search_path = public
      begin atomic ${body}; end`)
    this.schema.raw('revoke execute on function authenticate_api_token from public')
    this.schema.raw(`grant execute on function authenticate_api_token to ${appRole()}`)
  }

  async up() {
    // A person who has left the team has no row here, so their tokens end with their membership.
    this.#replace(
      `${columns}, name varchar, role varchar, user_name varchar, team_name varchar`,
      `select t.id, t.team_id, t.user_id, t.scopes, t.expires_at, t.name, m.role, u.full_name, teams.name
       from api_tokens t
       join memberships m on m.team_id = t.team_id and m.user_id = t.user_id
       join users u on u.id = t.user_id
       join teams on teams.id = t.team_id
       where t.token_hash = hash`
    )
  }

  async down() {
    this.#replace(
      columns,
      'select t.id, t.team_id, t.user_id, t.scopes, t.expires_at from api_tokens t where t.token_hash = hash'
    )
  }
}
