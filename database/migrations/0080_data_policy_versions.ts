import { BaseSchema } from '@adonisjs/lucid/schema'

/** Where code may be sent to, for a team and each of its projects: versioned, so that each can be gone back to. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table data_policies
        drop constraint data_policies_pkey,
        add id uuid primary key default uuidv7(),
        add project_id uuid,
        add version integer not null default 1 check (version > 0),
        add restored_from integer,
        add foreign key (project_id, team_id) references projects (id, team_id) on delete cascade,
        add constraint data_policies_version unique nulls not distinct (team_id, project_id, version)`)
    this.schema.raw('alter table data_policies alter version drop default')
    this.schema.raw('alter table data_policies rename updated_by to created_by')
    this.schema.raw('alter table data_policies rename updated_at to created_at')
    this.schema.raw('create index data_policies_project on data_policies (project_id, team_id)')
  }

  async down() {
    this.schema.raw('drop index data_policies_project')
    this.schema.raw(`
      delete from data_policies p where project_id is not null or policy = 'null'
        or exists (select from data_policies n where n.team_id = p.team_id and n.project_id is null and n.version > p.version)`)
    this.schema.raw('alter table data_policies rename created_by to updated_by')
    this.schema.raw('alter table data_policies rename created_at to updated_at')
    this.schema.raw(`
      alter table data_policies
        drop constraint data_policies_version, drop constraint data_policies_pkey, drop id, drop project_id,
        drop version, drop restored_from, add primary key (team_id)`)
  }
}
