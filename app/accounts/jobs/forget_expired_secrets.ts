import db from '@adonisjs/lucid/services/db'
import type { Job } from '#shared/jobs/job'

/** Links that were never opened, authenticator apps that were never confirmed, sessions that have run out. */
export const forgetExpiredSecrets: Job<Record<string, never>> = {
  name: 'accounts.forget_expired_secrets',
  async run() {
    await db.rawQuery('select forget_expired_secrets()')
  },
}
