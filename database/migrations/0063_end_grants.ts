import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole } from '#database/row_level_security'

/** A person whose password is another now is signed out of programs too. */
export default class extends BaseSchema {
  async up() {
    // Across teams: a password is a person's, and programs it let in may be in any team of theirs.
    this.schema.raw(`
      create function end_grants_of(person uuid) returns setof uuid
      language sql security definer set search_path = public
      begin atomic
        delete from authorization_codes c where c.user_id = person and c.grant_id is null;
        update oauth_grants g set revoked_at = now() where g.user_id = person and g.revoked_at is null
        returning g.id;
      end`)
    this.schema.raw('revoke execute on function end_grants_of from public')
    this.schema.raw(`grant execute on function end_grants_of to ${appRole()}`)
  }

  async down() {
    this.schema.raw('drop function end_grants_of')
  }
}
