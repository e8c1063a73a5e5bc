import { BaseSchema } from '@adonisjs/lucid/schema'
import { protect } from '#database/row_level_security'

/** What is known of a project's code at one commit: the graph as the engine gave it, and the history beside it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table code_maps (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        project_id uuid not null,
        workflow_id uuid,
        cause varchar(16) not null check (cause in ('added', 'workflow', 'push', 'refresh')),
        status varchar(16) not null default 'queued'
          check (status in ('queued', 'running', 'ready', 'failed', 'cancelled')),
        phase varchar(200),
        commit_sha varchar(64),
        branch varchar(255),
        graph_version smallint,
        totals jsonb,
        stack jsonb,
        rules jsonb,
        graph bytea,
        graph_bytes integer,
        history bytea,
        error varchar(2000),
        created_by uuid references users on delete set null,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz,
        checked_at timestamptz,
        check (status <> 'ready' or (graph is not null and commit_sha is not null and totals is not null)),
        constraint code_maps_id_team unique (id, team_id),
        constraint code_maps_project_fkey foreign key (project_id, team_id)
          references projects (id, team_id) on delete cascade,
        constraint code_maps_workflow_fkey foreign key (workflow_id, team_id)
          references workflows (id, team_id) on delete set null (workflow_id)
      )`)
    // Both are compressed already.
    this.schema.raw('alter table code_maps alter column graph set storage external')
    this.schema.raw('alter table code_maps alter column history set storage external')
    // One waiting map per project; one that is being made may have looked at the branch too early.
    this.schema.raw(`create unique index code_maps_queued on code_maps (project_id) where status = 'queued'`)
    this.schema.raw(`create index code_maps_newest on code_maps (project_id, finished_at desc)
      where status = 'ready'`)
    this.schema.raw('create index code_maps_team on code_maps (team_id)')
    this.schema.raw(
      'create index code_maps_workflow on code_maps (workflow_id) where workflow_id is not null'
    )
    for (const statement of protect('code_maps')) this.schema.raw(statement)
  }

  async down() {
    this.schema.raw('drop table code_maps')
  }
}
