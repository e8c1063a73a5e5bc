import type { ApplicationService } from '@adonisjs/core/types'
import pg from 'pg'

const INT8 = 20

/** PostgreSQL's bigint arrives as text by default; our counters and micro-dollars stay far below 2^53. */
export default class DatabaseProvider {
  constructor(protected app: ApplicationService) {}

  register() {
    pg.types.setTypeParser(INT8, Number)
  }

  async shutdown() {
    const { bellSettled } = await import('#workflows/services/bell')
    const { jobBellSettled } = await import('#shared/jobs/bell')
    const { closeQueues } = await import('#shared/queue/queue')
    await Promise.all([bellSettled(), jobBellSettled()])
    await closeQueues()
  }
}
