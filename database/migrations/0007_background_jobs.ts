import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole, protect } from '#database/row_level_security'

const functions = 'claim_job, settle_job, find_due_jobs, list_jobs, replay_job'

/**
 * Background jobs. The row is the truth and the queue only a bell, as with workflow steps: a job is written
 * in the transaction of what it follows from, so it exists exactly when that happened.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table jobs (
        id uuid primary key default uuidv7(),
        team_id uuid references teams on delete cascade,
        name varchar(64) not null,
        payload jsonb not null,
        dedup_key varchar(200),
        status varchar(16) not null default 'queued' check (status in ('queued', 'running', 'dead')),
        attempts smallint not null default 0,
        run_at timestamptz not null default now(),
        lease_token uuid,
        leased_until timestamptz,
        last_error text,
        created_at timestamptz not null default now()
      )`)
    this.schema.raw("create index jobs_due on jobs (run_at) where status = 'queued'")
    this.schema.raw("create index jobs_leased on jobs (leased_until) where status = 'running'")
    this.schema.raw("create index jobs_dead on jobs (created_at desc) where status = 'dead'")
    this.schema.raw('create index jobs_team on jobs (team_id)')
    // One waiting job per key; one that runs already does not count, it may have looked too early.
    this.schema.raw(`create unique index jobs_dedup on jobs (name, dedup_key)
      where status = 'queued' and dedup_key is not null`)
    // A job without a team is the installation's own.
    for (const statement of protect('jobs', 'team_id is null or team_id = current_team_id()')) {
      this.schema.raw(statement)
    }

    // Cross-team: a worker learns from the row whose job it is.
    this.schema.raw(`
      create function claim_job(wanted uuid, token uuid, seconds integer)
      returns table (id uuid, team_id uuid, name varchar, payload jsonb, attempts smallint)
      language sql security definer set search_path = public
      begin atomic
        update jobs j set status = 'running', attempts = j.attempts + 1, lease_token = token,
          leased_until = clock_timestamp() + make_interval(secs => seconds)
        where j.id = wanted and ((j.status = 'queued' and j.run_at <= clock_timestamp())
          or (j.status = 'running' and j.leased_until < clock_timestamp()))
        returning j.id, j.team_id, j.name, j.payload, j.attempts;
      end`)
    // Cross-team: ends a claim. No error: the job is done and gone; with a delay it is tried again, without it is dead.
    this.schema.raw(`
      create function settle_job(wanted uuid, token uuid, error text, retry_after interval) returns void
      language plpgsql security definer set search_path = public as $$
      begin
        if error is null then
          delete from jobs where id = wanted and lease_token = token;
        else
          update jobs set status = case when retry_after is null then 'dead' else 'queued' end,
            run_at = clock_timestamp() + coalesce(retry_after, interval '0'), last_error = left(error, 2000),
            lease_token = null, leased_until = null
          where id = wanted and lease_token = token;
        end if;
      exception when unique_violation then
        -- A newer job with the same key is waiting already; it does this one's work.
        delete from jobs where id = wanted and lease_token = token;
      end $$`)
    // Cross-team reader: the sweeper rings for what is due and carried by nobody.
    this.schema.raw(`
      create function find_due_jobs() returns table (id uuid, attempts smallint)
      language sql stable security definer set search_path = public
      begin atomic
        select j.id, j.attempts from jobs j
        where (j.status = 'queued' and j.run_at <= clock_timestamp())
           or (j.status = 'running' and j.leased_until < clock_timestamp())
        order by j.run_at limit 500;
      end`)
    // Cross-team reader for the operators of an installation.
    this.schema.raw(`
      create function list_jobs(wanted varchar, most integer) returns table (id uuid, team_id uuid, name varchar,
        status varchar, attempts smallint, run_at timestamptz, last_error text, created_at timestamptz)
      language sql stable security definer set search_path = public
      begin atomic
        select j.id, j.team_id, j.name, j.status, j.attempts, j.run_at, j.last_error, j.created_at
        from jobs j where wanted is null or j.status = wanted order by j.created_at desc limit most;
      end`)
    this.schema.raw(`
      create function replay_job(wanted uuid) returns boolean
      language sql security definer set search_path = public
      begin atomic
        with replayed as (
          update jobs set status = 'queued', attempts = 0, run_at = now() where id = wanted and status = 'dead' returning 1
        ) select exists (select 1 from replayed);
      end`)
    this.schema.raw(`revoke execute on function ${functions} from public`)
    this.schema.raw(`grant execute on function ${functions} to ${appRole()}`)
  }

  async down() {
    this.schema.raw(`drop function ${functions}`)
    this.schema.raw('drop table jobs')
  }
}
