import logger from '@adonisjs/core/services/logger'
import { openWorker } from '#shared/queue/queue'
import env from '#start/env'
import { clearLeftovers } from '#workflows/services/leftovers'
import { type StepJob, stepQueueName } from '#workflows/services/step_job'
import { StepRunner } from '#workflows/services/step_runner'
import { startSweeper } from '#workflows/services/sweeper'

const DEFAULT_CONCURRENCY = 4

/** Starts taking steps from the queue; the returned function stops that and gives running steps back. */
export async function startWorker() {
  await clearLeftovers()
  const runner = new StepRunner()
  const worker = openWorker<StepJob>(stepQueueName, () => runner.run(), {
    concurrency: env.get('WORKER_CONCURRENCY') ?? DEFAULT_CONCURRENCY,
  })
  worker.on('error', (error) => logger.warn({ err: error }, 'the queue is unreachable, trying again'))
  const stopSweeper = startSweeper()

  return async () => {
    stopSweeper()
    await runner.close()
    await worker.close()
  }
}
