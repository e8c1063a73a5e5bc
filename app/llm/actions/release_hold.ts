import { withTeam } from '#accounts/services/tenancy'
import { countersOf, lockCounters, moveCounters } from '#llm/services/spend_scopes'
import { sql } from '#shared/database/sql'

interface HoldRow {
  project_id: string | null
  workflow_id: string | null
  step_id: string | null
  month: string
}

interface Left {
  micros: number
  platform_micros: number
}

/** Gives back what a call of the engine has not spent. Releasing twice is harmless. */
export default class ReleaseHold {
  execute(teamId: string, id: string): Promise<void> {
    return withTeam(teamId, async (trx) => {
      const { rows } = await sql<HoldRow>(
        trx,
        `select project_id, workflow_id, step_id, cast(month as text) as month from spend_holds where id = ?`,
        [id]
      )
      const [hold] = rows
      if (!hold) return
      const { project_id: projectId, workflow_id: workflowId, step_id: stepId } = hold
      const counters = countersOf({ teamId, projectId, workflowId, stepId }, hold.month)
      await lockCounters(trx, teamId, counters)
      const left = await sql<Left>(
        trx,
        'delete from spend_holds where id = ? returning micros, platform_micros',
        [id]
      )
      const { micros, platform_micros: ofPlatform } = left.rows[0] ?? { micros: 0, platform_micros: 0 }
      const moves = counters.map((counter) => {
        const held = counter.scope === 'platform' ? ofPlatform : micros
        return { ...counter, spent: 0, held: -held }
      })
      await moveCounters(trx, teamId, moves)
    })
  }
}
