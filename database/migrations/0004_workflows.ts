import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole, protect } from '#database/row_level_security'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table workflows (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        project_id uuid not null references projects on delete cascade,
        number integer not null,
        task text not null,
        status varchar(16) not null default 'queued' check (status in ('queued', 'running', 'waiting', 'finished')),
        outcome varchar(16) check (outcome in
          ('verified', 'unverified', 'refused', 'stuck', 'over_budget', 'failed', 'cancelled')),
        outcome_reason text,
        base_commit varchar(64),
        branch varchar(255),
        pushed_commit varchar(64),
        verdict_id uuid,
        cost_micros bigint not null default 0,
        parent_id uuid references workflows on delete set null,
        rerun_from varchar(16),
        idempotency_key varchar(128),
        last_seq bigint not null default 0,
        created_by uuid references users on delete set null,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz,
        cancel_requested_at timestamptz,
        unique (project_id, number),
        constraint finished_has_outcome check ((status = 'finished') = (outcome is not null)),
        constraint verified_has_verdict check (outcome is distinct from 'verified' or verdict_id is not null)
      )`)
    this.schema.raw('create index workflows_team on workflows (team_id, created_at desc, id desc)')
    this.schema.raw('create index workflows_project on workflows (project_id, created_at desc, id desc)')
    this.schema.raw(
      `create index workflows_unfinished on workflows (team_id, status) where status <> 'finished'`
    )
    this.schema.raw(
      'create unique index workflows_idempotency on workflows (team_id, idempotency_key) where idempotency_key is not null'
    )

    this.schema.raw(`
      create table workflow_steps (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        workflow_id uuid not null references workflows on delete cascade,
        name varchar(16) not null check (name in ('analyze', 'plan', 'generate', 'test', 'publish', 'pipeline')),
        position smallint not null,
        attempt smallint not null default 1,
        status varchar(16) not null default 'pending' check (status in
          ('pending', 'queued', 'running', 'waiting', 'succeeded', 'failed', 'skipped', 'cancelled')),
        claims smallint not null default 0,
        lease_token uuid,
        heartbeat_at timestamptz,
        error text,
        reused boolean not null default false,
        queued_at timestamptz,
        started_at timestamptz,
        finished_at timestamptz,
        unique (workflow_id, name, attempt)
      )`)
    this.schema.raw(`create index workflow_steps_carried on workflow_steps (status, heartbeat_at)
      where status in ('queued', 'running')`)

    this.schema.raw(`
      create table workflow_events (
        workflow_id uuid not null references workflows on delete cascade,
        seq bigint not null,
        team_id uuid not null references teams on delete cascade,
        step_id uuid references workflow_steps on delete cascade,
        kind varchar(32) not null,
        payload jsonb not null,
        created_at timestamptz not null default clock_timestamp(),
        primary key (workflow_id, seq)
      )`)
    this.schema.raw('create index workflow_events_step on workflow_events (step_id, seq)')

    this.schema.raw(`
      create table workflow_artifacts (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        workflow_id uuid not null references workflows on delete cascade,
        step_id uuid not null references workflow_steps on delete cascade,
        kind varchar(32) not null,
        media_type varchar(80) not null,
        sha256 bytea not null,
        size integer not null,
        body bytea not null,
        created_at timestamptz not null default clock_timestamp()
      )`)
    this.schema.raw(
      'create index workflow_artifacts_kind on workflow_artifacts (workflow_id, kind, created_at desc)'
    )
    this.schema.raw(`alter table workflows add constraint workflows_verdict
      foreign key (verdict_id) references workflow_artifacts on delete no action deferrable initially deferred`)

    // The queue is only a bell: a row here is rung after commit, and again by the sweeper until a worker has it.
    this.schema.raw(`
      create table outbox (
        id bigint generated always as identity primary key,
        team_id uuid not null references teams on delete cascade,
        workflow_id uuid not null references workflows on delete cascade,
        job_id varchar(128) not null,
        payload jsonb not null,
        created_at timestamptz not null default now()
      )`)
    this.schema.raw('create index outbox_created_at on outbox (created_at)')
    this.schema.raw('create index outbox_workflow on outbox (workflow_id)')

    this.schema.raw(`
      create table usage_records (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        workflow_id uuid not null references workflows on delete cascade,
        step_id uuid not null references workflow_steps on delete cascade,
        call_id varchar(128) not null,
        provider varchar(64) not null,
        model varchar(128) not null,
        purpose varchar(32) not null,
        input_tokens integer not null,
        cached_input_tokens integer not null,
        output_tokens integer not null,
        reasoning_tokens integer not null,
        cost_micros bigint,
        price_version varchar(64) not null,
        latency_ms integer not null,
        created_at timestamptz not null default now(),
        unique (workflow_id, call_id)
      )`)
    this.schema.raw('create index usage_records_team on usage_records (team_id, created_at desc)')

    for (const table of [
      'workflows',
      'workflow_steps',
      'workflow_events',
      'workflow_artifacts',
      'outbox',
      'usage_records',
    ]) {
      for (const statement of protect(table)) this.schema.raw(statement)
    }
    // Events are append-only for the app.
    this.schema.raw(`revoke update, delete on workflow_events from ${appRole()}`)

    // Cross-team reader: the sweeper finds steps that no job carries, of all teams, and says whose they are.
    this.schema.raw(`
      create function find_uncarried_steps(stale_after interval)
      returns table (team_id uuid, workflow_id uuid, step_id uuid, name varchar, attempt smallint, claims smallint, status varchar)
      language sql stable security definer set search_path = public
      begin atomic
        select s.team_id, s.workflow_id, s.id, s.name, s.attempt, s.claims, s.status
        from workflow_steps s
        where (s.status = 'queued' and s.queued_at < clock_timestamp() - stale_after)
           or (s.status = 'running' and s.heartbeat_at < clock_timestamp() - stale_after)
        order by s.queued_at
        limit 500;
      end`)
    // Cross-team writer: rows whose bell was never rung, taken by exactly one process.
    this.schema.raw(`
      create function take_outbox(older_than interval)
      returns table (id bigint, team_id uuid, job_id varchar, payload jsonb)
      language sql security definer set search_path = public
      begin atomic
        delete from outbox o using (
          select c.id from outbox c where c.created_at <= now() - older_than order by c.id limit 500 for update skip locked
        ) taken
        where o.id = taken.id
        returning o.id, o.team_id, o.job_id, o.payload;
      end`)
    const functions = 'find_uncarried_steps, take_outbox'
    this.schema.raw(`revoke execute on function ${functions} from public`)
    this.schema.raw(`grant execute on function ${functions} to ${appRole()}`)
  }

  async down() {
    this.schema.raw('drop function find_uncarried_steps, take_outbox')
    this.schema.raw('alter table workflows drop constraint workflows_verdict')
    this.schema.raw(
      'drop table usage_records, outbox, workflow_artifacts, workflow_events, workflow_steps, workflows'
    )
  }
}
