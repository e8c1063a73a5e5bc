import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole, protect } from '#database/row_level_security'

/**
 * What people say to a workflow while it runs, what was asked of models and tools and what they answered, and
 * how a workflow that replays another one goes on from it.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table workflow_messages (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        workflow_id uuid not null,
        text text not null,
        created_by uuid references users on delete set null,
        author_name varchar(160) not null,
        created_at timestamptz not null default clock_timestamp(),
        step_id uuid,
        turn integer,
        applied_at timestamptz,
        constraint workflow_messages_applied check ((step_id is null) = (turn is null)),
        foreign key (workflow_id, team_id) references workflows (id, team_id) on delete cascade,
        foreign key (step_id, team_id) references workflow_steps (id, team_id) on delete cascade
      )`)
    this.schema.raw('create index workflow_messages_workflow on workflow_messages (workflow_id, id)')

    // One row per question and answer, numbered in its step; the hash is of everything that was asked.
    this.schema.raw(`
      create table workflow_exchanges (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        workflow_id uuid not null,
        step_id uuid not null,
        position integer not null,
        kind varchar(16) not null check (kind in ('model', 'tool', 'execution')),
        hash bytea not null,
        name varchar(200) not null,
        request text not null,
        response text not null,
        replayed boolean not null default false,
        created_at timestamptz not null default clock_timestamp(),
        unique (step_id, position),
        foreign key (workflow_id, team_id) references workflows (id, team_id) on delete cascade,
        foreign key (step_id, team_id) references workflow_steps (id, team_id) on delete cascade
      )`)
    this.schema.raw('create index workflow_exchanges_workflow on workflow_exchanges (workflow_id, id)')
    for (const table of ['workflow_messages', 'workflow_exchanges']) {
      for (const statement of protect(table)) this.schema.raw(statement)
    }

    this.schema.raw('alter table workflows add column replay jsonb')
    // Null: a person is always asked. Only where the project wants approval at all.
    this.schema.raw(
      'alter table projects add column auto_approve_micros bigint check (auto_approve_micros >= 0)'
    )
    this.schema.raw(`revoke delete on workflow_messages from ${appRole()}`)
  }

  async down() {
    this.schema.raw('alter table projects drop column auto_approve_micros')
    this.schema.raw('alter table workflows drop column replay')
    this.schema.raw('drop table workflow_exchanges, workflow_messages')
  }
}
