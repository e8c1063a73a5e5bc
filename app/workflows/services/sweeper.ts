import logger from '@adonisjs/core/services/logger'
import { ringFor, ringOutbox } from '#workflows/services/bell'
import { nextSteps } from '#workflows/services/next_steps'
import { stepJobId } from '#workflows/services/step_job'
import { STALE_SECONDS } from '#workflows/services/step_lease'

const INTERVAL_MS = 2000

/** More than there are workers to hear them would only be heard in vain. */
const MOST_BELLS = 64
/** Sweepers that meet within this time ring the same bells, which is one ring. */
const ROUND_MS = 10_000

/** Rings again for steps that no job carries: the bell was lost, the worker that had them, or their turn has come. */
export async function sweep(staleSeconds = STALE_SECONDS) {
  await ringOutbox('1 second')
  const round = Math.floor(Date.now() / ROUND_MS)
  const steps = await nextSteps({ most: MOST_BELLS, staleSeconds })
  await ringFor(
    steps.map((step) => ({
      // Not the bell's own id: that one may have been heard by a worker which took another step for it.
      job_id: `${stepJobId(step.workflow_id, step)}.${round}`,
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
