import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a repository names but does not hold itself, as its last workflow found it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`alter table projects add column absent_content text[] not null default '{}'`)
  }

  async down() {
    this.schema.raw('alter table projects drop column absent_content')
  }
}
