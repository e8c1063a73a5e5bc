import logger from '@adonisjs/core/services/logger'
import type { Queue } from 'bullmq'
import { type JobBell, openQueue } from '#shared/queue/queue'

export const jobQueueName = 'jobs'

let queue: Queue<JobBell> | null = null

export function jobQueue() {
  queue ??= openQueue<JobBell>(jobQueueName)
  return queue
}

const options = { removeOnComplete: true, removeOnFail: true, attempts: 1 }

export const bellFor = (id: string, attempts: number) => ({
  name: 'job',
  data: { id },
  opts: { ...options, jobId: `${id}.${attempts}` },
})

let ringing: Promise<unknown> = Promise.resolve()

/** Rings without making the caller wait. Should it fail, the sweeper rings later. */
export function ringForJob(id: string) {
  const { name, data, opts } = bellFor(id, 0)
  ringing = jobQueue()
    .add(name, data, opts)
    .catch((error) => logger.warn({ err: error }, 'the queue could not be rung; the sweeper will'))
}

/** Resolves when what was asked to be rung last has been. */
export const jobBellSettled = () => ringing
