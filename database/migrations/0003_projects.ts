import { BaseSchema } from '@adonisjs/lucid/schema'
import { protect } from '#database/row_level_security'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table projects (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        name varchar(80) not null,
        remote_kind varchar(16) not null check (remote_kind in ('https', 'ssh', 'local', 'sample')),
        remote_url text not null,
        credential_encrypted text,
        default_branch varchar(255) not null,
        test_command text,
        install_command text,
        requires_plan_approval boolean not null default false,
        next_workflow_number integer not null default 1,
        created_by uuid references users on delete set null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`)
    this.schema.raw('create index projects_team on projects (team_id, created_at desc, id desc)')
    this.schema.raw('create unique index projects_team_name on projects (team_id, lower(name))')
    for (const statement of protect('projects')) this.schema.raw(statement)
  }

  async down() {
    this.schema.raw('drop table projects')
  }
}
