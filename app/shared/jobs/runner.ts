import { randomUUID } from 'node:crypto'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#shared/database/sql'
import { type Job, PermanentJobFailure } from '#shared/jobs/job'
import { maskSecrets } from '#shared/masking'

const DEFAULT_ATTEMPTS = 8
const DEFAULT_LEASE_SECONDS = 300
const FIRST_DELAY_SECONDS = 5
const LONGEST_DELAY_SECONDS = 3600

interface ClaimedJob {
  id: string
  team_id: string | null
  name: string
  payload: object
  attempts: number
}

/** Doubles each time, and scatters so that what failed together does not come back together. */
function delaySeconds(attempt: number) {
  const longest = Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** (attempt - 1))
  return longest * (0.5 + Math.random() / 2)
}

export class JobRunner {
  readonly #jobs: ReadonlyMap<string, Job<object>>
  readonly #stopping = new AbortController()
  readonly #running = new Set<Promise<void>>()

  constructor(jobs: readonly Job<object>[]) {
    this.#jobs = new Map(jobs.map((job) => [job.name, job]))
  }

  /** Runs the job if it is still to be done; whoever else was rung for it finds nothing. */
  run(id: string): Promise<void> {
    const done = this.#run(id).finally(() => this.#running.delete(done))
    this.#running.add(done)
    return done
  }

  /** Asks what runs to stop and waits for it. */
  async close() {
    this.#stopping.abort()
    await Promise.allSettled(this.#running)
  }

  async #run(id: string) {
    const token = randomUUID()
    const longest = Math.max(
      DEFAULT_LEASE_SECONDS,
      ...[...this.#jobs.values()].map((j) => j.leaseSeconds ?? 0)
    )
    const { rows } = await sql<ClaimedJob>(db, 'select * from claim_job(?, ?, ?)', [id, token, longest])
    const claimed = rows[0]
    if (!claimed) return
    const job = this.#jobs.get(claimed.name)
    try {
      // A newer version may have written it; its workers will know it.
      if (!job) throw new Error(`this version knows no job named ${claimed.name}`)
      const { id: jobId, team_id: teamId, attempts: attempt } = claimed
      await job.run(claimed.payload, { id: jobId, teamId, attempt, signal: this.#stopping.signal })
      await this.#settle(id, token, null, null)
    } catch (error) {
      await this.#fail(claimed, token, job, error as Error)
    }
  }

  async #fail(claimed: ClaimedJob, token: string, job: Job<object> | undefined, error: Error) {
    const over =
      error instanceof PermanentJobFailure || claimed.attempts >= (job?.maxAttempts ?? DEFAULT_ATTEMPTS)
    const stopped = this.#stopping.signal.aborted
    const seconds = stopped ? 0 : over ? null : delaySeconds(claimed.attempts)
    const level = over ? 'error' : 'warn'
    logger[level](
      { job: claimed.name, jobId: claimed.id, attempt: claimed.attempts, err: error },
      'a job failed'
    )
    await this.#settle(claimed.id, token, maskSecrets(error.message, []) || 'unknown failure', seconds)
  }

  #settle(id: string, token: string, error: string | null, seconds: number | null) {
    return sql(db, 'select settle_job(?, ?, ?, make_interval(secs => ?))', [id, token, error, seconds])
  }
}
