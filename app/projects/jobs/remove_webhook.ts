import { HostError } from '#projects/git/host_errors'
import { openConnection } from '#projects/services/open_connection'
import { settleHostCall } from '#projects/services/settle_host_call'
import type { Job } from '#shared/jobs/job'

interface Payload {
  connectionId: string
  repository: { id: string; path: string }
  url: string
}

/** Takes the webhook of a project that was removed away from its host. */
export const removeWebhook: Job<Payload> = {
  name: 'projects.remove_webhook',
  run: ({ connectionId, repository, url }, { teamId, signal }) =>
    settleHostCall(async () => {
      try {
        const host = await openConnection(teamId!, connectionId, signal)
        await host.deleteWebhook(repository, url)
      } catch (error) {
        // an account that was disconnected meanwhile took its webhooks along
        if (error instanceof HostError && error.code === 'not_found') return
        throw error
      }
    }),
}
