import { setTimeout as wait } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import type { Queue } from 'bullmq'
import { openQueue } from '#shared/queue/queue'
import { type StepJob, stepQueueName } from '#workflows/services/step_job'

interface OutboxRow {
  job_id: string
  payload: StepJob
}

let queue: Queue<StepJob> | null = null

export function stepQueue() {
  queue ??= openQueue<StepJob>(stepQueueName)
  return queue
}

const options = { removeOnComplete: true, removeOnFail: true, attempts: 1 }

export async function ringFor(rows: OutboxRow[]) {
  if (rows.length === 0) return
  await stepQueue().addBulk(
    rows.map((row) => ({ name: 'step', data: row.payload, opts: { ...options, jobId: row.job_id } }))
  )
}

/** Rings for what is in the outbox, each row by exactly one process. `olderThan` is an SQL interval. */
export async function ringOutbox(olderThan = '0 seconds') {
  const { rows } = await db.rawQuery('select job_id, payload from take_outbox(?::interval)', [olderThan])
  await ringFor(rows)
}

/** Under load one look at the outbox serves all that came in this time; a single ring waits for nothing. */
const GAP_MS = { step: 25, workflow: 100 }

let scheduled = false
let ringing: Promise<void> = Promise.resolve()
let lastRungAt = 0

/**
 * Rings soon, without making the caller wait; calls that come meanwhile share one look at the outbox. In a
 * burst of new workflows each can wait longer than the next step of one that is under way. Should it fail,
 * the sweeper rings later.
 */
export function ringSoon(what: keyof typeof GAP_MS = 'step') {
  if (scheduled) return
  scheduled = true
  ringing = wait(Math.max(0, lastRungAt + GAP_MS[what] - Date.now()))
    .then(() => {
      scheduled = false
      lastRungAt = Date.now()
      return ringOutbox()
    })
    .catch((error) => logger.warn({ err: error }, 'the queue could not be rung; the sweeper will'))
}

/** Resolves when what was asked to be rung has been: a process that ends meanwhile would leave it to the sweeper. */
export const bellSettled = () => ringing
