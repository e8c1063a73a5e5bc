import { BaseSchema } from '@adonisjs/lucid/schema'

/** How a project wants changes delivered, and what delivering left at the host. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table projects
        add column requires_publish_approval boolean not null default false,
        add column opens_change_request boolean not null default true,
        add column change_request_draft boolean not null default false,
        add column change_request_labels text[] not null default '{}',
        add column change_request_reviewers text[] not null default '{}',
        add column follows_pipeline boolean not null default true,
        add column pipeline_repairs smallint not null default 2 check (pipeline_repairs between 0 and 5)`)
    this.schema.raw(`
      alter table workflows
        add column change_request_number integer,
        add column change_request_url text,
        add column publish_approved_at timestamptz,
        add column issue jsonb`)
    // A webhook names a commit; whoever waits for its pipeline is found by it.
    this.schema.raw(`create index workflows_pushed_commit on workflows (project_id, pushed_commit)
      where pushed_commit is not null and status <> 'finished'`)
    // How often the step has lain down by itself to wait for something outside: no sign of a worker that was lost.
    this.schema.raw(`alter table workflow_steps add column pauses integer not null default 0,
      add column retries integer not null default 0`)
  }

  async down() {
    this.schema.raw('alter table workflow_steps drop column pauses, drop column retries')
    this.schema.raw('drop index workflows_pushed_commit')
    this.schema.raw(`alter table workflows drop column change_request_number, drop column change_request_url,
      drop column publish_approved_at, drop column issue`)
    this.schema.raw(`alter table projects drop column requires_publish_approval, drop column opens_change_request,
      drop column change_request_draft, drop column change_request_labels, drop column change_request_reviewers,
      drop column follows_pipeline, drop column pipeline_repairs`)
  }
}
