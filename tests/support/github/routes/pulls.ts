import { invalid, notFound, paged } from '#tests/support/github/replies'
import type { GithubStandIn } from '#tests/support/github/stand_in'
import type { GithubIssue, GithubRepository } from '#tests/support/github/state'
import { pathOf, permissionOf } from '#tests/support/github/state'

const pullOf = (repository: GithubRepository, number = '') => {
  const issue = repository.issues.get(Number(number))
  return issue?.pull ? issue : null
}

export function pullRoutes(github: GithubStandIn) {
  const whole = (repository: GithubRepository, issue: GithubIssue) =>
    github.objects.pull(repository, issue, 'pull-request')
  const announce = (repository: GithubRepository, issue: GithubIssue, action: string, login: string) =>
    github.announce(
      repository,
      'pull_request',
      { action, number: issue.number, pull_request: whole(repository, issue) },
      login
    )

  github.onRepository('GET', '/pulls', 'read', (repository, call) => {
    const head = call.query.get('head')?.replace(`${repository.owner}:`, '')
    const base = call.query.get('base')
    const state = call.query.get('state') ?? 'open'
    const found = [...repository.issues.values()].filter(
      (issue) =>
        issue.pull &&
        (state === 'all' || issue.state === state) &&
        (!head || issue.pull.head === head) &&
        (!base || issue.pull.base === base)
    )
    return paged(call, found.reverse(), (page) =>
      page.map((issue) => github.objects.pull(repository, issue, 'pull-request-simple'))
    )
  })

  github.onRepository('POST', '/pulls', 'write', (repository, call, { login }) => {
    const { title, body, head, base, draft } = call.data as Record<string, string> & { draft?: boolean }
    const path = pathOf(repository)
    const missing = (
      [
        ['head', head],
        ['base', base],
      ] as const
    ).filter(([, branch]) => !github.git.commitOf(path, branch!))
    if (missing.length > 0) {
      return invalid(missing.map(([field]) => ({ resource: 'PullRequest', field, code: 'invalid' })))
    }
    const open = [...repository.issues.values()].find(
      (issue) => issue.state === 'open' && issue.pull?.head === head && issue.pull?.base === base
    )
    if (open) {
      const message = `A pull request already exists for ${repository.owner}:${head}.`
      return invalid([{ resource: 'PullRequest', code: 'custom', message }])
    }
    if (github.git.commitOf(path, head!) === github.git.commitOf(path, base!)) {
      const message = `No commits between ${base} and ${head}`
      return invalid([{ resource: 'PullRequest', code: 'custom', message }])
    }
    const issue = github.addIssue(path, { title: title!, body: body ?? null, user: login })
    issue.pull = { head: head!, base: base!, draft: draft ?? false, merged: false, reviewers: [] }
    announce(repository, issue, 'opened', login)
    return { status: 201, body: whole(repository, issue) }
  })

  github.onRepository('GET', '/pulls/:number', 'read', (repository, call) => {
    const issue = pullOf(repository, call.params.number)
    return issue ? { status: 200, body: whole(repository, issue) } : notFound
  })

  github.onRepository('GET', '/pulls/:number/comments', 'read', (repository, call) => {
    const issue = pullOf(repository, call.params.number)
    if (!issue) return notFound
    return paged(call, issue.pull!.reviews ?? [], (page) =>
      page.map((comment) => github.objects.reviewComment(repository, issue, comment))
    )
  })

  github.onRepository('PATCH', '/pulls/:number', 'write', (repository, call, { login }) => {
    const issue = pullOf(repository, call.params.number)
    if (!issue) return notFound
    const { title, body, state } = call.data as Partial<GithubIssue>
    Object.assign(issue, title === undefined ? {} : { title }, body === undefined ? {} : { body })
    issue.updatedAt = new Date().toISOString()
    const changed = state !== undefined && state !== issue.state
    if (changed) issue.state = state
    announce(repository, issue, changed ? (state === 'closed' ? 'closed' : 'reopened') : 'edited', login)
    return { status: 200, body: whole(repository, issue) }
  })

  github.onRepository('POST', '/pulls/:number/requested_reviewers', 'write', (repository, call) => {
    const issue = pullOf(repository, call.params.number)
    if (!issue) return notFound
    const reviewers = (call.data.reviewers as string[]) ?? []
    const refused = reviewers.filter(
      (login) => login === issue.user || !github.users.has(login) || !isCollaborator(repository, login)
    )
    if (refused.length > 0) {
      const message = `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${pathOf(repository)} repository.`
      return { status: 422, body: { message, status: '422' } }
    }
    issue.pull!.reviewers = [...new Set([...issue.pull!.reviewers, ...reviewers])]
    return { status: 201, body: github.objects.pull(repository, issue, 'pull-request-simple') }
  })

  // the one thing that is GraphQL only
  github.server.on('POST', '/api/graphql', (call) => {
    if (!github.callerOf(call.headers.authorization))
      return { status: 401, body: { message: 'Bad credentials' } }
    const { query, variables } = call.data as { query: string; variables: { id: string } }
    for (const repository of github.repositories.values()) {
      for (const issue of repository.issues.values()) {
        if (!issue.pull || `PR_${issue.id}` !== variables.id) continue
        issue.pull.draft = query.includes('convertPullRequestToDraft')
        return { status: 200, body: { data: {} } }
      }
    }
    return { status: 200, body: { errors: [{ type: 'NOT_FOUND', message: 'Could not resolve to a node' }] } }
  })
}

const isCollaborator = (repository: GithubRepository, login: string) =>
  repository.owner === login ||
  (repository.collaborators.has(login) && permissionOf(repository, login) !== 'none')
