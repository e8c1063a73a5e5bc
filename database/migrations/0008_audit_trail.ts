import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole, protect } from '#database/row_level_security'

/** Who did what to what, from where and when. Append-only for the app; a team's rows go with the team. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table audit_entries (
        id uuid primary key default uuidv7(),
        team_id uuid references teams on delete cascade,
        user_id uuid references users on delete set null,
        actor_kind varchar(16) not null check (actor_kind in ('person', 'robot', 'agent', 'system')),
        actor_name varchar(160) not null,
        action varchar(64) not null,
        subject_kind varchar(32),
        subject_id varchar(160),
        subject_name varchar(200),
        details jsonb not null default '{}',
        address inet,
        created_at timestamptz not null default now()
      )`)
    this.schema.raw('create index audit_entries_team on audit_entries (team_id, created_at desc, id desc)')
    this.schema.raw('create index audit_entries_user on audit_entries (user_id, created_at desc)')
    // What belongs to no team (sign-ins, operators' acts) is seen by the person it is about.
    for (const statement of protect(
      'audit_entries',
      'case when team_id is null then user_id is null or user_id = current_user_id() else team_id = current_team_id() end'
    )) {
      this.schema.raw(statement)
    }
    this.schema.raw(`revoke update, delete on audit_entries from ${appRole()}`)
  }

  async down() {
    this.schema.raw('drop table audit_entries')
  }
}
