import type { HostKind } from '#projects/git/host_contract'
import env from '#start/env'

/** Where the host of a project delivers to. The id is as good as a name: without the secret it opens nothing. */
export const webhookUrl = (kind: HostKind, webhookId: string) =>
  new URL(`/webhooks/${kind}/${webhookId}`, env.get('APP_URL')).href
