import db from '@adonisjs/lucid/services/db'
import { sql } from '#shared/database/sql'
import type { Job } from '#shared/jobs/job'

/** Really removes people whose grace period is over, and archives whose link has expired. */
export const purgeDeletedPeople: Job<Record<string, never>> = {
  name: 'people.purge_deleted',
  async run(_, { signal }) {
    const { rows } = await sql<{ id: string }>(db, 'select id from find_people_to_purge()')
    for (const { id } of rows) {
      signal.throwIfAborted()
      await sql(db, 'select forget_person(?)', [id])
    }
  },
}
