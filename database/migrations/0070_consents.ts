import { BaseSchema } from '@adonisjs/lucid/schema'
import { protect } from '#database/row_level_security'

/** Which terms and privacy notice a person has accepted, and when. */
export default class extends BaseSchema {
  async up() {
    // What the consents say last, where every page can see it. Null: nobody has asked yet.
    this.schema.raw('alter table users add column accepted_version varchar(80)')
    this.schema.raw(`
      create table consents (
        id uuid primary key default uuidv7(),
        user_id uuid not null references users on delete cascade,
        version varchar(80) not null,
        via varchar(16) not null check (via in ('sign_up', 'invitation', 'asked', 'own_machine')),
        address inet,
        accepted_at timestamptz not null default now(),
        unique (user_id, version)
      )`)
    for (const statement of protect('consents', 'user_id = current_user_id()')) this.schema.raw(statement)
  }

  async down() {
    this.schema.raw('drop table consents')
    this.schema.raw('alter table users drop column accepted_version')
  }
}
