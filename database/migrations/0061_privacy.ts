import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole, protect } from '#database/row_level_security'

const functions = 'find_data_export, find_people_to_purge, forget_person'

/** A person's own copy of what is known about them, and their going. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table users add column purge_at timestamptz')
    this.schema.raw('create index users_purge_at on users (purge_at) where purge_at is not null')
    this.schema.raw(`
      create table data_exports (
        id uuid primary key default uuidv7(),
        user_id uuid not null references users on delete cascade,
        token_hash bytea unique,
        archive bytea,
        created_at timestamptz not null default now(),
        ready_at timestamptz,
        expires_at timestamptz
      )`)
    this.schema.raw('create index data_exports_user on data_exports (user_id, created_at desc)')
    for (const statement of protect('data_exports', 'user_id = current_user_id()')) this.schema.raw(statement)

    // Across people: the link is opened by whoever holds it; the caller compares the person.
    this.schema.raw(`
      create function find_data_export(hash bytea) returns table (user_id uuid, archive bytea)
      language sql stable security definer set search_path = public
      begin atomic
        select e.user_id, e.archive from data_exports e
        where e.token_hash = hash and e.expires_at > clock_timestamp();
      end`)
    // Across people: the job that keeps the promise of deletion, and lets old archives go.
    this.schema.raw(`
      create function find_people_to_purge() returns table (id uuid)
      language sql security definer set search_path = public
      begin atomic
        delete from data_exports e where e.expires_at <= clock_timestamp();
        select u.id from users u where u.purge_at <= clock_timestamp() order by u.purge_at limit 100;
      end`)
    // Across teams: trails stay true without saying who it was; everything else goes with the row.
    this.schema.raw(`
      create function forget_person(gone uuid) returns boolean
      language plpgsql security definer set search_path = public as $$
      begin
        if not exists (select from users where id = gone and purge_at <= clock_timestamp() for update) then
          return false;
        end if;
        update audit_entries set actor_name = 'Somebody who has left', address = null, details = '{}'
          where user_id = gone;
        update audit_entries set subject_name = null where subject_kind in ('person', 'user', 'member') and subject_id = gone::text;
        delete from sessions where user_id = gone::text;
        delete from users where id = gone;
        return true;
      end $$`)
    this.schema.raw(`revoke execute on function ${functions} from public`)
    this.schema.raw(`grant execute on function ${functions} to ${appRole()}`)
  }

  async down() {
    this.schema.raw(`drop function ${functions}`)
    this.schema.raw('drop table data_exports')
    this.schema.raw('alter table users drop column purge_at')
  }
}
