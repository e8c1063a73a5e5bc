import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { type StepJob, stepQueue } from '#shared/queue/queue'

interface OutboxRow {
  job_id: string
  payload: StepJob
}

const options = { removeOnComplete: true, removeOnFail: true, attempts: 1 }

export async function ringFor(rows: OutboxRow[]) {
  if (rows.length === 0) return
  await stepQueue().addBulk(rows.map((row) => ({ name: 'step', data: row.payload, opts: { ...options, jobId: row.job_id } })))
}

/** Rings for what is in the outbox, each row by exactly one process. `olderThan` is an SQL interval. */
export async function ringOutbox(olderThan = '0 seconds') {
  const { rows } = await db.rawQuery('select job_id, payload from take_outbox(?::interval)', [olderThan])
  await ringFor(rows)
}

let ringing: Promise<void> | null = null

/**
 * Rings soon, without making the caller wait; calls that come meanwhile share one look at the outbox.
 * Should it fail, the sweeper rings later.
 */
export function ringSoon() {
  ringing ??= new Promise<void>((resolve) => setImmediate(resolve))
    .then(() => {
      ringing = null
      return ringOutbox()
    })
    .catch((error) => logger.warn({ err: error }, 'the queue could not be rung; the sweeper will'))
}
