import { BaseSchema } from '@adonisjs/lucid/schema'

/** Child, its column, the parent it names, and what becomes of the child when the parent goes. */
const references = [
  ['workflows', 'project_id', 'projects', 'cascade'],
  ['workflows', 'parent_id', 'workflows', 'set null (parent_id)'],
  ['workflow_steps', 'workflow_id', 'workflows', 'cascade'],
  ['workflow_events', 'workflow_id', 'workflows', 'cascade'],
  ['workflow_events', 'step_id', 'workflow_steps', 'cascade'],
  ['workflow_artifacts', 'workflow_id', 'workflows', 'cascade'],
  ['workflow_artifacts', 'step_id', 'workflow_steps', 'cascade'],
  ['outbox', 'workflow_id', 'workflows', 'cascade'],
  ['usage_records', 'workflow_id', 'workflows', 'cascade'],
  ['usage_records', 'step_id', 'workflow_steps', 'cascade'],
] as const

const parents = ['projects', 'workflows', 'workflow_steps'] as const

/**
 * PostgreSQL checks foreign keys without asking row-level security, so a key alone could name another
 * team's row. With the team in the key, parent and child are of one team or the row is refused.
 */
export default class extends BaseSchema {
  async up() {
    for (const table of parents)
      this.schema.raw(`alter table ${table} add constraint ${table}_id_team unique (id, team_id)`)
    for (const [table, column, parent, gone] of references) {
      const name = `${table}_${column}_fkey`
      this.schema.raw(`alter table ${table} drop constraint ${name}`)
      this.schema.raw(`alter table ${table} add constraint ${name}
        foreign key (${column}, team_id) references ${parent} (id, team_id) on delete ${gone}`)
    }
    // A token stands for a member, so it goes with the membership.
    this.schema.raw(`delete from api_tokens t where not exists (
      select from memberships m where m.team_id = t.team_id and m.user_id = t.user_id)`)
    this.schema.raw(`alter table api_tokens add constraint api_tokens_member_fkey
      foreign key (team_id, user_id) references memberships (team_id, user_id) on delete cascade`)
  }

  async down() {
    this.schema.raw('alter table api_tokens drop constraint api_tokens_member_fkey')
    for (const [table, column, parent, gone] of references) {
      const name = `${table}_${column}_fkey`
      this.schema.raw(`alter table ${table} drop constraint ${name}`)
      this.schema.raw(`alter table ${table} add constraint ${name}
        foreign key (${column}) references ${parent} on delete ${gone.replace(/ \(.*/, '')}`)
    }
    for (const table of parents) this.schema.raw(`alter table ${table} drop constraint ${table}_id_team`)
  }
}
