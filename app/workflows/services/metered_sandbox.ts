import logger from '@adonisjs/core/services/logger'
import { teamRows } from '#accounts/services/team_rows'
import type { Sandbox } from '#workflows/sandbox/contract'
import { sandbox } from '#workflows/services/sandbox'

const count = `
  insert into monthly_usage (team_id, month, sandbox_ms)
  values ($1::uuid, $3::date, $2::bigint)
  on conflict (team_id, month) do update set sandbox_ms = monthly_usage.sandbox_ms + excluded.sandbox_ms`

/**
 * The sandbox of this worker, which counts the time that a team's code runs in it. What runs is never ended
 * for that: the plan is asked before a workflow starts.
 */
export async function sandboxOf(teamId: string): Promise<Sandbox> {
  const bare = await sandbox()
  return {
    name: bare.name,
    async run(run, options) {
      const result = await bare.run(run, options)
      const month = new Date().toISOString().slice(0, 7).concat('-01')
      await teamRows(teamId, count, [teamId, Math.ceil(result.durationMs), month]).catch((error) =>
        logger.error({ err: error, teamId }, 'sandbox time could not be counted')
      )
      return result
    },
  }
}
