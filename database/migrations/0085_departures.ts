import { BaseSchema } from '@adonisjs/lucid/schema'

/** Marks the question at which a replay went its own way. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table workflow_exchanges add column departed boolean not null default false')
  }

  async down() {
    this.schema.raw('alter table workflow_exchanges drop column departed')
  }
}
