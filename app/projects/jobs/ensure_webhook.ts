import EnsureWebhook from '#projects/actions/ensure_webhook'
import { settleHostCall } from '#projects/services/settle_host_call'
import type { Job } from '#shared/jobs/job'

/** Makes or mends a project's webhook at its host. */
export const ensureWebhook: Job<{ projectId: string }> = {
  name: 'projects.ensure_webhook',
  run: ({ projectId }, { teamId, signal }) =>
    settleHostCall(() => new EnsureWebhook().execute({ teamId: teamId!, projectId, signal })),
}
