import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole, protect } from '#database/row_level_security'

const functions = 'team_of_stripe_customer, list_billed_teams'

/** What a team has bought, as Stripe last told us, and what it has used of it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table billing_accounts (
        team_id uuid primary key references teams on delete cascade,
        stripe_customer_id varchar(255) unique,
        stripe_subscription_id varchar(255),
        plan varchar(32) not null default 'free',
        billing_interval varchar(8) check (billing_interval in ('month', 'year')),
        status varchar(32),
        extra_seats integer not null default 0 check (extra_seats >= 0),
        period_start timestamptz,
        period_end timestamptz,
        cancel_at timestamptz,
        trial_end timestamptz,
        had_trial boolean not null default false,
        past_due_since timestamptz,
        dunning_notice varchar(32),
        card_brand varchar(32),
        card_last_four varchar(4),
        card_expires date,
        card_notice date,
        spend_cap_micros bigint not null default 0 check (spend_cap_micros >= 0),
        checkout_session_id varchar(255),
        change_token uuid,
        change_until timestamptz,
        read_at timestamptz,
        created_at timestamptz not null default now()
      )`)

    // Ids and times alone: what an event is about is read from Stripe again when it is handled.
    this.schema.raw(`
      create table stripe_events (
        id varchar(255) primary key,
        type varchar(80) not null,
        object_id varchar(255),
        customer_id varchar(255),
        happened_at timestamptz not null,
        received_at timestamptz not null default now(),
        handled_at timestamptz
      )`)
    this.schema.raw('create index stripe_events_received on stripe_events (received_at desc)')

    // One row per team and calendar month (UTC): allowances are counted here, where deleting a workflow or a
    // project gives nothing back.
    this.schema.raw(`
      create table monthly_usage (
        team_id uuid not null references teams on delete cascade,
        month date not null,
        workflows integer not null default 0,
        sandbox_ms bigint not null default 0,
        platform_micros bigint not null default 0,
        primary key (team_id, month)
      )`)

    // What the queue has to know of every team's plan; a team without a row has the plan of those who chose none.
    this.schema.raw(`
      create table queue_shares (
        team_id uuid primary key references teams on delete cascade,
        priority smallint not null,
        concurrent integer
      )`)

    // A report to the meter is decided here first and sent under its id, so that a lost answer repeats nothing.
    this.schema.raw(`
      create table usage_reports (
        id uuid primary key default uuidv7(),
        team_id uuid not null references teams on delete cascade,
        month date not null,
        from_micros bigint not null,
        to_micros bigint not null check (to_micros > from_micros),
        created_at timestamptz not null default now(),
        sent_at timestamptz,
        unique (team_id, month, from_micros)
      )`)
    this.schema.raw(`
      create table usage_differences (
        team_id uuid not null references teams on delete cascade,
        month date not null,
        ledger_micros bigint not null,
        counted_micros bigint not null,
        reported_micros bigint not null,
        stripe_micros bigint not null,
        found_at timestamptz not null default now(),
        primary key (team_id, month)
      )`)

    for (const table of [
      'billing_accounts',
      'monthly_usage',
      'queue_shares',
      'usage_reports',
      'usage_differences',
    ]) {
      for (const statement of protect(table)) this.schema.raw(statement)
    }

    // Cross-team reader: Stripe names a customer, and whose that is is not known yet.
    this.schema.raw(`
      create function team_of_stripe_customer(customer varchar) returns uuid
      language sql stable security definer set search_path = public
      begin atomic
        select a.team_id from billing_accounts a where a.stripe_customer_id = customer;
      end`)
    // Cross-team reader: reports, reminders and reconciliation go through all teams that Stripe knows.
    this.schema.raw(`
      create function list_billed_teams(after uuid, most integer) returns table (team_id uuid)
      language sql stable security definer set search_path = public
      begin atomic
        select a.team_id from billing_accounts a
        where a.stripe_customer_id is not null and (after is null or a.team_id > after)
        order by a.team_id limit most;
      end`)
    this.schema.raw(`revoke execute on function ${functions} from public`)
    this.schema.raw(`grant execute on function ${functions} to ${appRole()}`)

    // A team may end in several ways; whichever it is, nobody goes on paying for it.
    this.schema.raw(`
      create function end_billing_of_team() returns trigger
      language plpgsql security definer set search_path = public as $$
      begin
        insert into jobs (name, payload) values ('billing.end_customer',
          jsonb_build_object('customerId', old.stripe_customer_id));
        return null;
      end $$`)
    this.schema.raw(`
      create trigger end_billing after delete on billing_accounts for each row
      when (old.stripe_customer_id is not null) execute function end_billing_of_team()`)
  }

  async down() {
    this.schema.raw(`drop function ${functions}`)
    this.schema.raw(
      'drop table usage_differences, usage_reports, queue_shares, monthly_usage, stripe_events, billing_accounts'
    )
    this.schema.raw('drop function end_billing_of_team')
  }
}
