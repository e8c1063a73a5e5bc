import { BaseSchema } from '@adonisjs/lucid/schema'
import { protect } from '#database/row_level_security'

/** What models have said of code, kept under a hash of all that it rests on: another code, another row. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table code_explanations (
        team_id uuid not null references teams on delete cascade,
        project_id uuid not null,
        content_hash bytea not null,
        language varchar(2) not null check (language in ('en', 'fr')),
        model varchar(160) not null,
        sentences jsonb not null,
        created_at timestamptz not null default now(),
        primary key (project_id, content_hash, language),
        constraint code_explanations_project_fkey foreign key (project_id, team_id)
          references projects (id, team_id) on delete cascade
      )`)
    this.schema.raw('create index code_explanations_team on code_explanations (team_id)')
    for (const statement of protect('code_explanations')) this.schema.raw(statement)
  }

  async down() {
    this.schema.raw('drop table code_explanations')
  }
}
