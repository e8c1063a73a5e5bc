import { BaseSchema } from '@adonisjs/lucid/schema'
import { protect } from '#database/row_level_security'

/** Past tasks done again by other models, without anything leaving: what each would have come to. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table benchmarks (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        models text[] not null check (cardinality(models) between 1 and 6),
        tasks integer not null check (tasks > 0),
        created_by uuid references users on delete set null,
        created_at timestamptz not null default now(),
        constraint benchmarks_id_team unique (id, team_id)
      )`)
    this.schema.raw('create index benchmarks_team on benchmarks (team_id, created_at desc)')
    this.schema.raw(`
      create table benchmark_runs (
        workflow_id uuid primary key,
        team_id uuid not null references teams on delete cascade,
        benchmark_id uuid not null,
        source_id uuid not null,
        model varchar(160) not null,
        unique (benchmark_id, source_id, model),
        foreign key (workflow_id, team_id) references workflows (id, team_id) on delete cascade,
        foreign key (source_id, team_id) references workflows (id, team_id) on delete cascade,
        foreign key (benchmark_id, team_id) references benchmarks (id, team_id) on delete cascade
      )`)
    this.schema.raw('create index benchmark_runs_source on benchmark_runs (source_id)')
    for (const table of ['benchmarks', 'benchmark_runs'])
      for (const statement of protect(table)) this.schema.raw(statement)
  }

  async down() {
    this.schema.raw('drop table benchmark_runs, benchmarks')
  }
}
