import { BaseSchema } from '@adonisjs/lucid/schema'

/** What an audit trail is searched by. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      'create index audit_entries_action on audit_entries (team_id, action, created_at desc, id desc)'
    )
  }

  async down() {
    this.schema.raw('drop index audit_entries_action')
  }
}
