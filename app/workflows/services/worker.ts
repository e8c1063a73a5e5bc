import logger from '@adonisjs/core/services/logger'
import { keepMirrorsWithin } from '#projects/services/mirror_budget'
import { removeForgottenMirrors } from '#projects/services/team_folders'
import { openWorker } from '#shared/queue/queue'
import env from '#start/env'
import { clearLeftovers } from '#workflows/services/leftovers'
import { type StepJob, stepQueueName } from '#workflows/services/step_job'
import { StepRunner } from '#workflows/services/step_runner'
import { startSweeper } from '#workflows/services/sweeper'

const DEFAULT_CONCURRENCY = 4
const MIRRORS_MS = 10 * 60_000

const tidyMirrors = () =>
  keepMirrorsWithin().catch((error) => logger.warn({ err: error }, 'the mirrors could not be kept in bounds'))

/** Starts taking steps from the queue; the returned function stops that and gives running steps back. */
export async function startWorker() {
  await clearLeftovers()
  await removeForgottenMirrors().catch((error) =>
    logger.warn({ err: error }, 'mirrors of projects that are gone could not be removed')
  )
  const hands = env.get('WORKER_CONCURRENCY') ?? DEFAULT_CONCURRENCY
  const runner = new StepRunner(hands)
  const worker = openWorker<StepJob>(stepQueueName, () => runner.run(), { concurrency: hands })
  worker.on('error', (error) => logger.warn({ err: error }, 'the queue is unreachable, trying again'))
  const stopSweeper = startSweeper()
  const tidying = setInterval(tidyMirrors, MIRRORS_MS)
  tidying.unref()

  return async () => {
    clearInterval(tidying)
    stopSweeper()
    await runner.close()
    await worker.close()
  }
}
