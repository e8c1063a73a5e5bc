import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole } from '#database/row_level_security'

const parents = [
  ['workflow_id', 'workflows'],
  ['step_id', 'workflow_steps'],
] as const

/** The ledger outlives what it is about: what was used has been used, also when its workflow is removed. */
export default class extends BaseSchema {
  async up() {
    for (const [column, parent] of parents) this.#reference(column, parent, `set null (${column})`)
    // What the plan had included in that month at the most; a later change of plan changes no month that is over.
    this.schema.raw('alter table monthly_usage add column credit_micros bigint')

    // Cross-team reader: history is pruned for all teams.
    this.schema.raw(`
      create function list_teams(after uuid, most integer) returns table (team_id uuid)
      language sql stable security definer set search_path = public
      begin atomic
        select t.id from teams t where after is null or t.id > after order by t.id limit most;
      end`)
    // Cross-team reader for the operators of an installation.
    this.schema.raw(`
      create function list_usage_differences() returns table (team_id uuid, month date, ledger_micros bigint,
        counted_micros bigint, reported_micros bigint, stripe_micros bigint, found_at timestamptz)
      language sql stable security definer set search_path = public
      begin atomic
        select d.team_id, d.month, d.ledger_micros, d.counted_micros, d.reported_micros, d.stripe_micros, d.found_at
        from usage_differences d order by d.found_at desc limit 500;
      end`)
    this.schema.raw('revoke execute on function list_teams, list_usage_differences from public')
    this.schema.raw(`grant execute on function list_teams, list_usage_differences to ${appRole()}`)
  }

  #reference(column: string, parent: string, gone: string) {
    const name = `usage_records_${column}_fkey`
    this.schema.raw(`alter table usage_records drop constraint ${name}`)
    this.schema.raw(`alter table usage_records add constraint ${name}
      foreign key (${column}, team_id) references ${parent} (id, team_id) on delete ${gone}`)
  }

  async down() {
    this.schema.raw('drop function list_teams, list_usage_differences')
    this.schema.raw('alter table monthly_usage drop column credit_micros')
    for (const [column, parent] of parents) this.#reference(column, parent, 'cascade')
  }
}
