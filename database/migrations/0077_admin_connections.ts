import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole } from '#database/row_level_security'

const named = 'list_all_connections(integer, integer)'

/** What operators see of the accounts that teams have connected: how they do, and what their hosts still take of them. */
export default class extends BaseSchema {
  async up() {
    // Cross-team reader: operators look after what all teams share, such as an app's budget at its host.
    this.schema.raw(`
      create function list_all_connections(most integer, skip integer)
      returns table (id uuid, team_id uuid, team_name varchar, host varchar, web_url text, auth varchar,
        account_login varchar, health varchar, checked_at timestamptz, rate_limit integer, rate_remaining integer,
        rate_resets_at timestamptz, total integer)
      language sql stable security definer set search_path = public
      begin atomic
        select c.id, c.team_id, t.name, c.host, c.web_url, c.auth, c.account_login, c.health, c.checked_at,
          c.rate_limit, c.rate_remaining, c.rate_resets_at, cast(count(*) over () as integer)
        from git_connections c join teams t on t.id = c.team_id
        order by c.health = 'works', c.rate_remaining::float8 / nullif(c.rate_limit, 0) nulls last, c.id
        limit most offset skip;
      end`)
    this.schema.raw(`revoke execute on function ${named} from public`)
    this.schema.raw(`grant execute on function ${named} to ${appRole()}`)
  }

  async down() {
    this.schema.raw(`drop function ${named}`)
  }
}
