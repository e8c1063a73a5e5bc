import { teamRows } from '#accounts/services/team_rows'

export interface PastChanges {
  /** Workflows of this project that a model has worked on and that have come to a verdict. */
  count: number
  costMicros: number
  /** The middle half lies between these two. */
  lowMicros: number
  highMicros: number
  seconds: number
}

const pastSql = `
  select count(*)::int as count,
    coalesce(percentile_disc(0.5) within group (order by cost_micros), 0)::bigint as "costMicros",
    coalesce(percentile_disc(0.25) within group (order by cost_micros), 0)::bigint as "lowMicros",
    coalesce(percentile_disc(0.75) within group (order by cost_micros), 0)::bigint as "highMicros",
    coalesce(percentile_disc(0.5) within group (order by seconds), 0)::int as seconds
  from (
    select w.cost_micros, extract(epoch from w.finished_at - w.started_at)::int as seconds
    from workflows w
    where w.project_id = $1 and w.status = 'finished' and w.verdict_id is not null and w.parent_id is null
      and exists (select from usage_records u where u.workflow_id = w.id)
      and not exists (select from usage_records u where u.workflow_id = w.id and u.cost_micros is null)
    order by w.created_at desc limit 50) past`

/** What changes by models have cost and taken in this project, by the 50 latest. */
export async function pastChanges(teamId: string, projectId: string): Promise<PastChanges> {
  const [row] = await teamRows<PastChanges>(teamId, pastSql, [projectId])
  return row!
}
