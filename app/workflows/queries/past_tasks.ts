import { teamRows } from '#accounts/services/team_rows'

/** A task that can be done again, with what it cost when it was first done. */
export interface PastTask {
  id: string
  task: string
  costMicros: number
}

/** Tasks that a model has done and that came to an end of their own; a repeated one is no task of its own. */
const pastSql = `
  select w.id, w.task, w.cost_micros as "costMicros" from workflows w
  where w.status = 'finished' and w.outcome in ('verified', 'unverified', 'stuck') and w.parent_id is null
    and w.base_commit is not null
    and exists (select from usage_records u where u.workflow_id = w.id and u.purpose in ('edit', 'repair'))
  order by w.created_at desc, w.id desc limit $1`

/** The newest tasks of a team that a benchmark can repeat. */
export const pastTasks = (teamId: string, most: number) => teamRows<PastTask>(teamId, pastSql, [most])
