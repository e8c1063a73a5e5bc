import SyncRepositories from '#projects/actions/sync_repositories'
import { settleHostCall } from '#projects/services/settle_host_call'
import type { Job } from '#shared/jobs/job'

/** Refreshes the repositories that a connection sees. */
export const syncRepositories: Job<{ connectionId: string }> = {
  name: 'projects.sync_repositories',
  leaseSeconds: 900,
  run: ({ connectionId }, { teamId, signal }) =>
    settleHostCall(() => new SyncRepositories().execute({ teamId: teamId!, connectionId, signal })),
}
