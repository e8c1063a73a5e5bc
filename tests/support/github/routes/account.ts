import { forbidden, paged } from '#tests/support/github/replies'
import type { GithubStandIn } from '#tests/support/github/stand_in'
import { atLeast, permissionOf } from '#tests/support/github/state'

export function accountRoutes(github: GithubStandIn) {
  github.api('GET', '/user', (_, { login, installation }) =>
    installation
      ? forbidden('Resource not accessible by integration')
      : { status: 200, body: github.objects.privateUser(github.user(login)) }
  )
  github.api('GET', '/user/emails', (call, { login }) =>
    paged(
      call,
      github.user(login).emails.map((email) => ({ ...email, visibility: email.primary ? 'private' : null }))
    )
  )
  github.api('GET', '/user/repos', (call, { login }) => {
    const seen = [...github.repositories.values()].filter(
      (repository) => repository.owner === login || repository.collaborators.has(login)
    )
    seen.sort((one, other) => other.pushedAt.localeCompare(one.pushedAt))
    const shown = seen.filter((repository) => atLeast(permissionOf(repository, login), 'read'))
    return paged(call, shown, (page) =>
      page.map((repository) =>
        github.objects.repository(
          repository,
          permissionOf(repository, login),
          'repository-items-default-response'
        )
      )
    )
  })
}
