import { changeRequests } from '#projects/git/github/change_requests'
import { githubClient } from '#projects/git/github/client'
import { issues } from '#projects/git/github/issues'
import { pipelines } from '#projects/git/github/pipelines'
import { repositories } from '#projects/git/github/repositories'
import { reviews } from '#projects/git/github/reviews'
import { webhooks } from '#projects/git/github/webhooks'
import type { HostAccess } from '#projects/git/host_access'
import type { GitHost } from '#projects/git/host_contract'

/** GitHub and GitHub Enterprise Server. */
export function github(access: HostAccess): GitHost {
  const client = githubClient(access)
  const part = repositories(client)
  let login: Promise<string> | null = null
  const ownLogin = () => {
    login ??= access.ownLogin ? access.ownLogin() : part.account().then((account) => account.login)
    return login
  }
  return {
    kind: 'github',
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
