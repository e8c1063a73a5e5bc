import { z } from 'zod'
import type { GithubClient } from '#projects/git/github/client'
import { addressOf } from '#projects/git/github/repositories'
import { hookShape } from '#projects/git/github/shapes'
import type { GitHost, RepositoryRef, WebhookInput } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'

type Part = Pick<GitHost, 'ensureWebhook' | 'deleteWebhook'>

export const hookEvents = [
  'push',
  'pull_request',
  'issues',
  'issue_comment',
  'pull_request_review',
  'pull_request_review_comment',
  'workflow_run',
  'workflow_job',
  'check_run',
  'status',
  'repository',
]

export function webhooks(client: GithubClient): Part {
  return {
    ensureWebhook: async (ref, input) => {
      const there = await find(client, ref, input.url)
      if (!there) {
        const hook = await client.ask(hookShape, ({ rest }) =>
          rest.repos.createWebhook({ ...addressOf(ref), name: 'web', ...settings(input) })
        )
        return { id: hook.id, state: 'created' }
      }
      // the secret cannot be read back, so that it is set anew each time
      await client.send(({ rest }) =>
        rest.repos.updateWebhook({ ...addressOf(ref), hook_id: Number(there.id), ...settings(input) })
      )
      return { id: there.id, state: isRight(there) ? 'works' : 'repaired' }
    },
    deleteWebhook: async (ref, url) => {
      const there = await find(client, ref, url).catch(orGone)
      if (!there) return
      await client
        .send(({ rest }) => rest.repos.deleteWebhook({ ...addressOf(ref), hook_id: Number(there.id) }))
        .catch(orGone)
    },
  }
}

function settings({ url, secret }: WebhookInput) {
  return {
    active: true,
    events: hookEvents,
    config: { url, content_type: 'json', insecure_ssl: '0', secret },
  }
}

function orGone(error: unknown): null {
  if (error instanceof HostError && error.code === 'not_found') return null
  throw error
}

const isRight = ({ active, events, config }: z.infer<typeof hookShape>) =>
  active &&
  config.content_type === 'json' &&
  String(config.insecure_ssl ?? '0') === '0' &&
  hookEvents.every((event) => events.includes(event))

async function find(client: GithubClient, ref: RepositoryRef, url: string) {
  // a repository has at most 20 per event, so that one page holds them
  const hooks = await client.ask(z.array(hookShape), ({ rest }) =>
    rest.repos.listWebhooks({ ...addressOf(ref), per_page: 100 })
  )
  return hooks.find(({ config }) => config.url === url) ?? null
}
