import { changeRequests } from '#projects/git/gitlab/change_requests'
import { gitlabClient } from '#projects/git/gitlab/client'
import { issues } from '#projects/git/gitlab/issues'
import { pipelines } from '#projects/git/gitlab/pipelines'
import { repositories } from '#projects/git/gitlab/repositories'
import { reviews } from '#projects/git/gitlab/reviews'
import { webhooks } from '#projects/git/gitlab/webhooks'
import type { HostAccess } from '#projects/git/host_access'
import type { GitHost } from '#projects/git/host_contract'

/** GitLab.com and GitLab on a company's own server. */
export function gitlab(access: HostAccess): GitHost {
  const client = gitlabClient(access)
  const part = repositories(client)
  let login: Promise<string> | null = null
  const ownLogin = () => {
    login ??= part.account().then((account) => account.login)
    return login
  }
  return {
    kind: 'gitlab',
    webUrl: access.webUrl,
    ...part,
    ...changeRequests(client),
    ...reviews(client),
    ...issues(client, ownLogin),
    ...pipelines(client),
    ...webhooks(client),
    rateLimit: client.rateLimit,
  }
}
