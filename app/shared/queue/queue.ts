import { createPostgresBackend, createRedisBackend, Queue, Worker, type WorkerOptions } from 'bullmq'
import env from '#start/env'

export const queueName = 'workflows'

/** What the bell says: which step of whose workflow to look at. The truth is in the database. */
export interface StepJob {
  teamId: string
  workflowId: string
  stepId: string
}

/** `REDIS_URL` alone decides between the two backends; jobs and their options are the same on both. */
function backend() {
  const redisUrl = env.get('REDIS_URL')
  if (redisUrl) {
    return { connection: { url: redisUrl, maxRetriesPerRequest: null }, factory: createRedisBackend }
  }
  const url = new URL(env.get('DATABASE_URL'))
  return {
    connection: {
      host: url.hostname,
      port: Number(url.port || 5432),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: url.pathname.slice(1),
      schema: 'bullmq',
      max: 4,
      migrate: false,
    },
    factory: createPostgresBackend,
  }
}

let queue: Queue<StepJob> | null = null

export function stepQueue() {
  if (!queue) {
    const { connection, factory } = backend()
    queue = new Queue<StepJob>(queueName, { connection } as never, factory as never)
    // Emitted while the database restarts; calls that fail reject on their own.
    queue.on('error', () => {})
  }
  return queue
}

export function createStepWorker(
  process: (job: StepJob, signal?: AbortSignal) => Promise<void>,
  options: Partial<WorkerOptions>
) {
  const { connection, factory } = backend()
  return new Worker<StepJob>(
    queueName,
    async (job) => process(job.data),
    { connection, ...options } as never,
    factory as never
  )
}

export async function closeQueue() {
  await queue?.close()
  queue = null
}
