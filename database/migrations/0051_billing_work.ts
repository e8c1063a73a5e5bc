import { BaseSchema } from '@adonisjs/lucid/schema'

/** What an event of Stripe leaves behind beyond the state, a mail or a line in the audit trail, comes once. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table stripe_events add column effected_at timestamptz')
  }

  async down() {
    this.schema.raw('alter table stripe_events drop column effected_at')
  }
}
