import { BaseSchema } from '@adonisjs/lucid/schema'

/** How many of the numbers below the next one no workflow has: branches at the remote had their names already. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table projects add column skipped_workflow_numbers integer not null default 0')
  }

  async down() {
    this.schema.raw('alter table projects drop column skipped_workflow_numbers')
  }
}
