import { createPostgresBackend, createRedisBackend, Queue, Worker, type WorkerOptions } from 'bullmq'
import env from '#start/env'

/** What the bell of background jobs says. The truth is in the database. */
export interface JobBell {
  id?: string
  /** Set instead of `id` when it is time for a recurring job. */
  schedule?: string
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

const opened = new Set<Queue>()

/** A queue that lives as long as this process; `closeQueues` ends it. */
export function openQueue<Data>(name: string): Queue<Data> {
  const { connection, factory } = backend()
  const queue = new Queue<Data>(name, { connection } as never, factory as never)
  // Emitted while the database restarts; calls that fail reject on their own.
  queue.on('error', () => {})
  opened.add(queue as Queue)
  return queue
}

export function openWorker<Data>(
  name: string,
  process: (data: Data) => Promise<void>,
  options: Partial<WorkerOptions>
) {
  const { connection, factory } = backend()
  return new Worker<Data>(
    name,
    async (job) => process(job.data),
    { connection, ...options } as never,
    factory as never
  )
}

export async function closeQueues() {
  await Promise.all([...opened].map((queue) => queue.close()))
  opened.clear()
}
