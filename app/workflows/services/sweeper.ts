import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { ringFor, ringOutbox } from '#workflows/services/bell'
import { stepJobId } from '#workflows/services/step_job'
import { STALE_SECONDS } from '#workflows/services/step_lease'

const INTERVAL_MS = 2000

interface UncarriedStep {
  team_id: string
  workflow_id: string
  step_id: string
  name: string
  attempt: number
  claims: number
}

/** Rings again for steps that no job carries: the bell was lost, or the worker that had them. */
export async function sweep(staleSeconds = STALE_SECONDS) {
  await ringOutbox('1 second')
  const { rows } = await db.rawQuery('select * from find_uncarried_steps(make_interval(secs => ?))', [
    staleSeconds,
  ])
  await ringFor(
    rows.map((step: UncarriedStep) => ({
      job_id: stepJobId(step.workflow_id, step),
      payload: { teamId: step.team_id, workflowId: step.workflow_id, stepId: step.step_id },
    }))
  )
}

/** Sweeps now and every two seconds, until the returned function is called. */
export function startSweeper() {
  let timer: NodeJS.Timeout
  let stopped = false
  const tick = async () => {
    await sweep().catch((error) => logger.warn({ err: error }, 'the sweeper could not sweep'))
    if (!stopped) timer = setTimeout(tick, INTERVAL_MS)
  }
  void tick()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
