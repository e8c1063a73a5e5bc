import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#shared/database/sql'
import { ringForJob } from '#shared/jobs/bell'

export interface JobContext {
  id: string
  /** The team whose work this is; null for the installation's own. */
  teamId: string | null
  /** 1 for the first. */
  attempt: number
  /** Aborted when this process ends: the job is then given back and starts again elsewhere. */
  signal: AbortSignal
}

/**
 * Work that follows from something and need not be waited for. It may run twice (a killed process, a lost
 * answer), so it looks before it acts.
 */
export interface Job<Payload extends object> {
  /** Stable over releases: rows in the database carry it. `domain.verb_object`. */
  name: string
  /** How often it is tried before it is put with the dead ones; 8 when unset, over about two hours. */
  maxAttempts?: number
  /** Seconds after which another worker may take it over; 300 when unset. */
  leaseSeconds?: number
  run(payload: Payload, context: JobContext): Promise<void>
}

export interface Enqueue<Payload extends object> {
  teamId: string | null
  payload: Payload
  /** While a job of this name and key waits, another is not added. */
  key?: string
  /** Not before; at once when absent. */
  runAt?: Date
}

/** A failure that trying again will not mend: the job goes to the dead ones at once. */
export class PermanentJobFailure extends Error {}

/**
 * Writes a job in the caller's transaction, whose team must be the job's, and rings once that has committed.
 *
 * @returns the id, or null when one with this key waits already
 */
export async function enqueue<Payload extends object>(
  trx: TransactionClientContract,
  job: Job<Payload>,
  { teamId, payload, key, runAt }: Enqueue<Payload>
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>(
    trx,
    `insert into jobs (team_id, name, payload, dedup_key, run_at) values (?, ?, ?, ?, coalesce(?, now()))
     on conflict (name, dedup_key) where status = 'queued' and dedup_key is not null do nothing
     returning id`,
    [teamId, job.name, JSON.stringify(payload), key ?? null, runAt ?? null]
  )
  const id = rows[0]?.id ?? null
  if (id && !runAt) trx.after('commit', () => ringForJob(id))
  return id
}
