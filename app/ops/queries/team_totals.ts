import { withTeam } from '#accounts/services/tenancy'

export interface TeamTotals {
  running: number
  /** The counts below cover the last 30 days. */
  finished: number
  verified: number
  costMicros: number
}

/** The numbers at the head of the dashboard. */
export function teamTotals(teamId: string): Promise<TeamTotals> {
  return withTeam(teamId, async (trx) => {
    const { rows } = await trx.rawQuery(
      `select
         (select count(*) from workflows where status <> 'finished') as running,
         count(*) filter (where status = 'finished') as finished,
         count(*) filter (where outcome = 'verified') as verified,
         coalesce(sum(cost_micros), 0)::bigint as "costMicros"
       from workflows where created_at > now() - interval '30 days'`
    )
    return rows[0]
  })
}
