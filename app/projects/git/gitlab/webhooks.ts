import { z } from 'zod'
import type { GitlabClient } from '#projects/git/gitlab/client'
import { addressOf, orMissing } from '#projects/git/gitlab/repositories'
import { hookShape } from '#projects/git/gitlab/shapes'
import type { GitHost, RepositoryRef, WebhookInput } from '#projects/git/host_contract'

type Part = Pick<GitHost, 'ensureWebhook' | 'deleteWebhook'>

export function webhooks(client: GitlabClient): Part {
  return {
    ensureWebhook: async (ref, input) => {
      const there = await find(client, ref, input.url)
      if (!there) {
        const hook = await client.ask(hookShape, (api) =>
          api.ProjectHooks.add(addressOf(ref), input.url, settings(input))
        )
        return { id: String(hook.id), state: 'created' }
      }
      // the secret cannot be read back, so that it is set anew each time
      await client.send((api) => api.ProjectHooks.edit(addressOf(ref), there.id, input.url, settings(input)))
      return { id: String(there.id), state: isRight(there) ? 'works' : 'repaired' }
    },
    deleteWebhook: async (ref, url) => {
      const there = await orMissing(find(client, ref, url))
      if (there) await orMissing(client.send((api) => api.ProjectHooks.remove(addressOf(ref), there.id)))
    },
  }
}

const settings = ({ url, secret }: WebhookInput) => ({
  token: secret,
  pushEvents: true,
  mergeRequestsEvents: true,
  issuesEvents: true,
  noteEvents: true,
  pipelineEvents: true,
  jobEvents: true,
  enableSslVerification: url.startsWith('https:'),
})

const isRight = (hook: z.infer<typeof hookShape>) =>
  hook.push_events === true &&
  hook.merge_requests_events === true &&
  hook.issues_events === true &&
  hook.note_events === true &&
  hook.pipeline_events === true &&
  hook.job_events === true &&
  hook.enable_ssl_verification === hook.url.startsWith('https:') &&
  (hook.alert_status ?? 'executable') === 'executable'

async function find(client: GitlabClient, ref: RepositoryRef, url: string) {
  const hooks = await client.ask(z.array(hookShape), (api) =>
    api.ProjectHooks.all(addressOf(ref), { perPage: 100, maxPages: 3 })
  )
  return hooks.find((hook) => hook.url === url) ?? null
}
