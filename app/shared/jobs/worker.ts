import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#shared/database/sql'
import { bellFor, jobQueue, jobQueueName } from '#shared/jobs/bell'
import { enqueue, type Job } from '#shared/jobs/job'
import { JobRunner } from '#shared/jobs/runner'
import { type JobBell, openWorker } from '#shared/queue/queue'

const CONCURRENCY = 8
const SWEEP_MS = 2000

/** A job that comes again by itself, once for the whole installation however many workers there are. */
export interface Schedule {
  job: Job<Record<string, never>>
  everyMs: number
}

/** Rings for jobs that are due and that nobody carries: delayed ones, lost bells, those of a killed worker. */
export async function sweepJobs() {
  const { rows } = await sql<{ id: string; attempts: number }>(db, 'select * from find_due_jobs()')
  if (rows.length > 0) await jobQueue().addBulk(rows.map((row) => bellFor(row.id, row.attempts)))
}

async function beginSchedules(schedules: readonly Schedule[]) {
  for (const { job, everyMs } of schedules) {
    const template = { name: 'schedule', data: { schedule: job.name }, opts: { removeOnComplete: true } }
    await jobQueue().upsertJobScheduler(job.name, { every: everyMs }, template)
  }
}

/** The turn becomes a row like any other, so that it is tried again when it fails; one still waiting is enough. */
const takeTurn = (job: Job<Record<string, never>>) =>
  db.transaction((trx) => enqueue(trx, job, { teamId: null, payload: {}, key: 'schedule' }))

/** Runs background jobs and recurring ones; the returned function stops that and gives running ones back. */
export async function startJobWorker(jobs: readonly Job<never>[], schedules: readonly Schedule[]) {
  const runner = new JobRunner(jobs as unknown as Job<object>[])
  const recurring = new Map(schedules.map((schedule) => [schedule.job.name, schedule.job]))
  const ring = async ({ id, schedule }: JobBell) => {
    const job = schedule ? recurring.get(schedule) : undefined
    if (job) await takeTurn(job)
    else if (id) await runner.run(id)
  }
  const worker = openWorker<JobBell>(jobQueueName, ring, { concurrency: CONCURRENCY })
  worker.on('error', (error) => logger.warn({ err: error }, 'the queue is unreachable, trying again'))
  let timer: NodeJS.Timeout
  let stopped = false
  const tick = async () => {
    await sweepJobs().catch((error) => logger.warn({ err: error }, 'due jobs could not be looked for'))
    if (!stopped) timer = setTimeout(tick, SWEEP_MS)
  }
  await beginSchedules(schedules)
  void tick()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await runner.close()
    await worker.close()
  }
}
