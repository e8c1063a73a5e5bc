import { forbidden, notFound, paged } from '#tests/support/github/replies'
import type { GithubStandIn } from '#tests/support/github/stand_in'
import type { GithubComment, GithubIssue, GithubRepository } from '#tests/support/github/state'
import { atLeast } from '#tests/support/github/state'

export function issueRoutes(github: GithubStandIn) {
  const { objects } = github
  const issueOf = (repository: GithubRepository, number = '') => repository.issues.get(Number(number)) ?? null

  github.onRepository('GET', '/issues', 'read', (repository, call) => {
    const labels = call.query.get('labels')?.split(',') ?? []
    const state = call.query.get('state') ?? 'open'
    const found = [...repository.issues.values()]
      .filter((issue) => state === 'all' || issue.state === state)
      .filter((issue) => labels.every((label) => issue.labels.includes(label)))
      .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt) || other.number - one.number)
    return paged(call, found, (page) => page.map((issue) => objects.issue(repository, issue)))
  })

  github.onRepository('GET', '/issues/:number', 'read', (repository, call) => {
    const issue = issueOf(repository, call.params.number)
    return issue ? { status: 200, body: objects.issue(repository, issue) } : notFound
  })

  github.onRepository('POST', '/issues/:number/labels', 'triage', (repository, call, { login }) => {
    const issue = issueOf(repository, call.params.number)
    if (!issue) return notFound
    for (const name of (call.data.labels as string[]) ?? []) github.addLabel(repository, issue, name, login)
    return { status: 200, body: issue.labels.map(objects.label) }
  })

  github.onRepository('GET', '/issues/:number/comments', 'read', (repository, call) => {
    const issue = issueOf(repository, call.params.number)
    if (!issue) return notFound
    return paged(call, issue.comments, (page) =>
      page.map((comment) => objects.comment(repository, issue, comment))
    )
  })

  github.onRepository('POST', '/issues/:number/comments', 'read', (repository, call, { login }) => {
    const issue = issueOf(repository, call.params.number)
    if (!issue) return notFound
    const comment = github.comment(repository, issue, login, String(call.data.body))
    return { status: 201, body: objects.comment(repository, issue, comment) }
  })

  github.onRepository('PATCH', '/issues/comments/:id', 'read', (repository, call, caller) => {
    const found = findComment(repository, Number(call.params.id))
    if (!found) return notFound
    const mayEdit =
      found.comment.user === caller.login || atLeast(github.permission(repository, caller), 'write')
    if (!mayEdit) return forbidden('Must have admin rights to Repository.')
    found.comment.body = String(call.data.body)
    found.comment.updatedAt = new Date().toISOString()
    return { status: 200, body: objects.comment(repository, found.issue, found.comment) }
  })
}

function findComment(
  repository: GithubRepository,
  id: number
): { issue: GithubIssue; comment: GithubComment } | null {
  for (const issue of repository.issues.values()) {
    const comment = issue.comments.find((one) => one.id === id)
    if (comment) return { issue, comment }
  }
  return null
}
