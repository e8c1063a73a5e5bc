import db from '@adonisjs/lucid/services/db'
import { sql } from '#shared/database/sql'
import type { Job } from '#shared/jobs/job'

/** Longer than any call of the engine may take. */
const STALE = '2 hours'

/** Gives back the money that killed workers have held. */
export const releaseStaleHolds: Job<Record<string, never>> = {
  name: 'llm.release_stale_holds',
  async run() {
    await sql(db, 'select release_stale_holds(cast(? as interval))', [STALE])
  },
}
