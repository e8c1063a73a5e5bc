import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole } from '#database/row_level_security'

/**
 * The app's role may read and write rows and nothing else; row-level security decides which rows.
 * `current_team_id()` and `current_user_id()` read what `withTeam` and `withUser` set for one transaction.
 */
export default class extends BaseSchema {
  async up() {
    const role = appRole()
    this.schema.raw(`grant usage on schema public to ${role}`)
    this.schema.raw(
      `alter default privileges in schema public grant select, insert, update, delete on tables to ${role}`
    )
    this.schema.raw(`alter default privileges in schema public grant usage, select on sequences to ${role}`)
    for (const name of ['team', 'user']) {
      this.schema.raw(`
        create function current_${name}_id() returns uuid language sql stable parallel safe
        return nullif(current_setting('app.current_${name}_id', true), '')::uuid`)
    }
  }

  async down() {
    this.schema.raw('drop function current_team_id(), current_user_id()')
  }
}
