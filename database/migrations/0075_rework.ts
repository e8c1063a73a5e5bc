import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole } from '#database/row_level_security'

const named = 'find_projects_of_repository(varchar, text, varchar, bigint)'
const before = 'find_projects_of_repository(varchar, text, varchar)'

/** Work that somebody at the host asks for beside a change request, and who hears of a shared webhook. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table workflows
        add column base_branch varchar(255),
        add column reworked_at timestamptz`)
    this.schema.raw(`create index workflows_change_request on workflows (project_id, change_request_number)
      where change_request_number is not null`)
    // The same comment, told twice, is one message.
    this.schema.raw('alter table workflow_messages add column origin varchar(200)')
    this.schema.raw(`create unique index workflow_messages_origin on workflow_messages (workflow_id, origin)
      where origin is not null`)
    this.schema.raw('alter table projects add column answers_calls boolean not null default true')
    this.schema.raw(`drop function ${before}`)
    // Cross-team reader. A project with a working webhook of its own hears of everything through that one; and
    // what an app's webhook tells concerns those alone who are connected through the installation it names.
    this.schema.raw(`
      create function find_projects_of_repository(wanted_host varchar, wanted_url text, wanted_id varchar,
        wanted_installation bigint)
      returns table (team_id uuid, project_id uuid)
      language sql stable security definer set search_path = public
      begin atomic
        select p.team_id, p.id from projects p join git_connections c on c.id = p.connection_id
        where p.host_repository_id = wanted_id and c.host = wanted_host and c.web_url = wanted_url
          and (wanted_installation is null or c.installation_id = wanted_installation)
          and not exists (select from git_webhooks w where w.project_id = p.id and w.state = 'works');
      end`)
    this.schema.raw(`revoke execute on function ${named} from public`)
    this.schema.raw(`grant execute on function ${named} to ${appRole()}`)
    this.schema.raw('drop function find_uncarried_steps(interval)')
  }

  async down() {
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
    this.schema.raw('revoke execute on function find_uncarried_steps from public')
    this.schema.raw(`grant execute on function find_uncarried_steps to ${appRole()}`)
    this.schema.raw(`drop function ${named}`)
    this.schema.raw(`
      create function find_projects_of_repository(wanted_host varchar, wanted_url text, wanted_id varchar)
      returns table (team_id uuid, project_id uuid)
      language sql stable security definer set search_path = public
      begin atomic
        select p.team_id, p.id from projects p join git_connections c on c.id = p.connection_id
        where p.host_repository_id = wanted_id and c.host = wanted_host and c.web_url = wanted_url;
      end`)
    this.schema.raw(`revoke execute on function ${before} from public`)
    this.schema.raw(`grant execute on function ${before} to ${appRole()}`)
    this.schema.raw('alter table projects drop column answers_calls')
    this.schema.raw('drop index workflow_messages_origin')
    this.schema.raw('alter table workflow_messages drop column origin')
    this.schema.raw('drop index workflows_change_request')
    this.schema.raw('alter table workflows drop column base_branch, drop column reworked_at')
  }
}
