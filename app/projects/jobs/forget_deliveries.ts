import db from '@adonisjs/lucid/services/db'
import { sql } from '#shared/database/sql'
import type { Job } from '#shared/jobs/job'

const KEPT_DAYS = 30

/** Removes deliveries that nobody will look at any more. */
export const forgetDeliveries: Job<Record<string, never>> = {
  name: 'projects.forget_deliveries',
  async run() {
    await sql(db, 'select forget_old_webhook_deliveries(?)', [new Date(Date.now() - KEPT_DAYS * 86_400_000)])
  },
}
