import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole, protect } from '#database/row_level_security'

const tables = [
  'budgets',
  'spend_counters',
  'spend_holds',
  'provider_keys',
  'routing_policies',
  'data_policies',
]

/** What calls of models may cost, what they have cost, and on whose keys they are made. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table budgets (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        scope varchar(16) not null check (scope in ('team', 'project', 'workflow', 'step')),
        project_id uuid,
        workflow_id uuid,
        limit_micros bigint not null check (limit_micros >= 0),
        updated_by uuid references users on delete set null,
        updated_at timestamptz not null default now(),
        foreign key (project_id, team_id) references projects (id, team_id) on delete cascade,
        foreign key (workflow_id, team_id) references workflows (id, team_id) on delete cascade,
        constraint budgets_place unique nulls not distinct (team_id, scope, project_id, workflow_id),
        check (case scope when 'team' then project_id is null and workflow_id is null
                          when 'project' then project_id is not null and workflow_id is null
                          else project_id is null or workflow_id is null end)
      )`)

    // One row for whatever a limit can be set on. Its lock is where parallel calls meet.
    this.schema.raw(`
      create table spend_counters (
        team_id uuid not null references teams on delete cascade,
        scope varchar(16) not null check (scope in ('team', 'project', 'workflow', 'step', 'platform')),
        subject uuid not null,
        month date not null,
        spent_micros bigint not null default 0,
        held_micros bigint not null default 0 check (held_micros >= 0),
        primary key (team_id, scope, subject, month)
      )`)
    this.schema.raw(`
      create table spend_holds (
        id uuid primary key,
        team_id uuid not null references teams on delete cascade,
        project_id uuid,
        workflow_id uuid,
        step_id uuid,
        month date not null,
        micros bigint not null check (micros >= 0),
        platform_micros bigint not null check (platform_micros >= 0),
        created_at timestamptz not null default clock_timestamp()
      )`)
    this.schema.raw('create index spend_holds_age on spend_holds (created_at)')

    this.schema.raw(`
      create table provider_keys (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        provider varchar(32) not null check (provider in ('openai', 'anthropic', 'mistral', 'ollama', 'openai-compatible')),
        api_key_encrypted text,
        last_four varchar(4),
        base_url varchar(300),
        models text[] not null check (cardinality(models) between 1 and 12),
        region varchar(16),
        input_price bigint,
        output_price bigint,
        checked_at timestamptz not null,
        created_by uuid references users on delete set null,
        created_at timestamptz not null default now(),
        unique (team_id, provider)
      )`)
    this.schema.raw(`
      create table routing_policies (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        project_id uuid,
        version integer not null check (version > 0),
        policy jsonb not null,
        restored_from integer,
        created_by uuid references users on delete set null,
        created_at timestamptz not null default now(),
        foreign key (project_id, team_id) references projects (id, team_id) on delete cascade,
        constraint routing_policies_version unique nulls not distinct (team_id, project_id, version)
      )`)
    this.schema.raw(`
      create table data_policies (
        team_id uuid primary key references teams on delete cascade,
        policy jsonb not null,
        updated_by uuid references users on delete set null,
        updated_at timestamptz not null default now()
      )`)
    for (const table of tables) for (const statement of protect(table)) this.schema.raw(statement)

    // Calls that belong to no step (a check of a key, vectors for a map, a benchmark) are in the ledger, too.
    this.schema.raw(`
      alter table usage_records
        alter workflow_id drop not null,
        alter step_id drop not null,
        add attempt smallint,
        add payer varchar(16) not null default 'platform' check (payer in ('platform', 'team')),
        add cache_write_tokens integer not null default 0,
        add cache_hit boolean not null default false,
        add saved_micros bigint not null default 0,
        add benchmark boolean not null default false`)
    this.schema.raw('create unique index usage_records_call on usage_records (team_id, call_id)')
    this.schema.raw('alter table usage_records drop constraint usage_records_workflow_id_call_id_key')
    this.schema.raw('create index usage_records_workflow on usage_records (workflow_id)')
    this.schema.raw('create index usage_records_step on usage_records (step_id)')

    this.schema.raw(`
      insert into spend_counters (team_id, scope, subject, month, spent_micros)
      select u.team_id, s.scope, s.subject, s.month, sum(u.cost_micros)
      from usage_records u join workflows w on w.id = u.workflow_id
      cross join lateral (values
        ('team', u.team_id, date_trunc('month', u.created_at at time zone 'UTC')::date),
        ('project', w.project_id, date_trunc('month', u.created_at at time zone 'UTC')::date),
        ('workflow', w.id, date '1970-01-01'),
        ('step', u.step_id, date '1970-01-01')) as s (scope, subject, month)
      where u.cost_micros is not null group by 1, 2, 3, 4`)

    // Cross-team writer: what workers that were killed have held back is let go.
    this.schema.raw(`
      create function release_stale_holds(older_than interval) returns bigint
      language sql security definer set search_path = public
      begin atomic
        with gone as (
          delete from spend_holds where created_at < clock_timestamp() - older_than returning *
        ), sums as (
          select g.team_id, s.scope, s.subject, s.month, sum(s.micros) as micros
          from gone g cross join lateral (values
            ('team', g.team_id, g.month, g.micros),
            ('platform', g.team_id, g.month, g.platform_micros),
            ('project', g.project_id, g.month, g.micros),
            ('workflow', g.workflow_id, date '1970-01-01', g.micros),
            ('step', g.step_id, date '1970-01-01', g.micros)) as s (scope, subject, month, micros)
          where s.subject is not null group by 1, 2, 3, 4
        ), let_go as (
          update spend_counters c set held_micros = greatest(0, c.held_micros - sums.micros) from sums
          where c.team_id = sums.team_id and c.scope = sums.scope and c.subject = sums.subject and c.month = sums.month
        )
        select count(*) from gone;
      end`)
    this.schema.raw('revoke execute on function release_stale_holds from public')
    this.schema.raw(`grant execute on function release_stale_holds to ${appRole()}`)
  }

  async down() {
    this.schema.raw('drop function release_stale_holds')
    this.schema.raw('drop index usage_records_call, usage_records_workflow, usage_records_step')
    this.schema.raw('delete from usage_records where workflow_id is null')
    this.schema.raw(`
      alter table usage_records
        alter workflow_id set not null, alter step_id set not null,
        drop attempt, drop payer, drop cache_write_tokens, drop cache_hit, drop saved_micros, drop benchmark,
        add constraint usage_records_workflow_id_call_id_key unique (workflow_id, call_id)`)
    this.schema.raw(`drop table ${tables.toReversed().join(', ')}`)
  }
}
