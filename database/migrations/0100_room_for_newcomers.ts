import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole } from '#database/row_level_security'

/** Which steps come next; with `newcomers`, on request only those of teams that have nothing running. */
const nextSteps = (newcomers: boolean) => `
  create function next_steps(stale_after interval, standard_priority integer, standard_concurrent integer,
    plans_differ boolean, any_priority boolean,${newcomers ? ' newcomers_only boolean,' : ''} most integer)
  returns table (team_id uuid, workflow_id uuid, step_id uuid, name varchar, attempt smallint, claims smallint,
    since timestamptz)
  language sql stable security definer set search_path = public
  begin atomic
    with waiting as (
      select distinct s.team_id from workflow_steps s where s.status = 'queued'
    ), shares as (
      select t.team_id,
        case when any_priority then 0 else coalesce(q.priority, standard_priority) end as priority,
        case when q.team_id is null then standard_concurrent else q.concurrent end as concurrent,
        (select count(*) from workflow_steps r where r.team_id = t.team_id and r.status = 'running'
           and r.heartbeat_at >= clock_timestamp() - stale_after) as busy,
        (select count(*) from workflows w where w.team_id = t.team_id and w.status = 'running') as under_way
      from waiting t left join queue_shares q on plans_differ and q.team_id = t.team_id
    ), eligible as (
      select h.priority, h.busy, s.*
      from shares h cross join lateral (
        (select s.team_id, s.workflow_id, s.id, s.name, s.attempt, s.claims, s.queued_at as since, 0 as fresh
         from workflows w join workflow_steps s on s.workflow_id = w.id and s.status = 'queued'
         where w.team_id = h.team_id and w.status = 'running'
         order by s.queued_at limit most)
        union all
        (select s.team_id, s.workflow_id, s.id, s.name, s.attempt, s.claims, s.queued_at, 1
         from workflow_steps s join workflows w on w.id = s.workflow_id
         where s.team_id = h.team_id and s.status = 'queued' and w.status not in ('running', 'finished')
         order by s.queued_at
         limit least(most, greatest(0, coalesce(h.concurrent, most + h.under_way) - h.under_way)))
      ) s
      ${newcomers ? 'where not newcomers_only or h.busy = 0' : ''}
    ), lost as (
      select s.team_id, s.workflow_id, s.id, s.name, s.attempt, s.claims, s.heartbeat_at as since
      from workflow_steps s
      where s.status = 'running' and s.heartbeat_at < clock_timestamp() - stale_after
      order by s.heartbeat_at limit most
    ), placed as (
      select e.*, e.busy + row_number() over (partition by e.team_id order by e.fresh, e.since) as place
      from eligible e
    ), ordered as (
      select l.team_id, l.workflow_id, l.id, l.name, l.attempt, l.claims, l.since, -1 as priority, 0 as place
      from lost l
      union all
      select p.team_id, p.workflow_id, p.id, p.name, p.attempt, p.claims, p.since, p.priority, p.place
      from placed p
    )
    select o.team_id, o.workflow_id, o.id, o.name, o.attempt, o.claims, o.since
    from ordered o order by o.priority, o.place, o.since limit most;
  end`

/** A worker keeps a hand free for teams that have nothing running, however long the others' steps take. */
export default class extends BaseSchema {
  async up() {
    this.#replace(true)
  }

  async down() {
    this.#replace(false)
  }

  // Cross-team reader: the queue serves all teams.
  #replace(newcomers: boolean) {
    this.schema.raw('drop function next_steps')
    this.schema.raw(nextSteps(newcomers))
    this.schema.raw('revoke execute on function next_steps from public')
    this.schema.raw(`grant execute on function next_steps to ${appRole()}`)
  }
}
