import CheckConnection from '#projects/actions/check_connection'
import type { Job } from '#shared/jobs/job'

/** Asks whether a connection still works. */
export const checkConnection: Job<{ connectionId: string }> = {
  name: 'projects.check_connection',
  maxAttempts: 3,
  async run({ connectionId }, { teamId }) {
    await new CheckConnection().execute({ teamId: teamId!, id: connectionId })
  },
}
