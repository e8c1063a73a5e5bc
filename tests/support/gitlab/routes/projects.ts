import { missing, paged } from '#tests/support/gitlab/replies'
import type { GitlabStandIn } from '#tests/support/gitlab/stand_in'

export function projectRoutes(gitlab: GitlabStandIn) {
  const { objects } = gitlab
  gitlab.api('GET', '/user', {}, (_, { username }) => ({
    status: 200,
    body: objects.wholeUser(gitlab.user(username)),
  }))

  gitlab.api('GET', '/users', { query: ['username', 'search'] }, (call) => {
    const wanted = call.query.get('username')
    return paged(
      call,
      [...gitlab.users.values()].filter(({ username }) => !wanted || username === wanted),
      (user) => objects.simpleUser(user.username)
    )
  })

  gitlab.api('GET', '/personal_access_tokens/self', {}, (_, { kind, scopes, expiresAt, username }) => {
    if (kind === 'oauth') return { status: 400, body: { message: '400 Bad request' } }
    const user = gitlab.user(username)
    return {
      status: 200,
      body: {
        id: 1,
        name: 'agentops',
        revoked: false,
        scopes,
        user_id: user.id,
        active: true,
        expires_at: expiresAt,
      },
    }
  })

  const listing = [
    'membership',
    'min_access_level',
    'order_by',
    'sort',
    'pagination',
    'search',
    'archived',
    'simple',
  ]
  gitlab.api('GET', '/projects', { query: listing }, (call, { username }) => {
    const least = Number(call.query.get('min_access_level') ?? 10)
    const search = call.query.get('search')?.toLowerCase() ?? ''
    const seen = gitlab.projects
      .filter(
        (project) => gitlab.levelOf(project, username) >= least && project.path.toLowerCase().includes(search)
      )
      .sort((one, other) => other.lastActivityAt.localeCompare(one.lastActivityAt))
    return paged(call, seen, (project) => objects.project(project, gitlab.levelOf(project, username)))
  })

  gitlab.onProject('GET', '', 0, { query: ['license', 'statistics'] }, (project, _, { username }) => ({
    status: 200,
    body: objects.project(project, gitlab.levelOf(project, username)),
  }))

  gitlab.onProject('GET', '/languages', 0, {}, (project) => ({
    status: 200,
    body: project.language ? { [project.language]: 91.3, Shell: 8.7 } : {},
  }))

  gitlab.onProject('GET', '/repository/branches/*branch', 10, {}, (project, call) => {
    const branch = call.params.branch!
    const sha = gitlab.git.commitOf(project.path, branch)
    if (!sha) return missing('404 Branch Not Found')
    const guarded = project.protectedBranches.has(branch)
    const body = {
      name: branch,
      merged: false,
      protected: guarded,
      default: branch === project.defaultBranch,
      can_push: !guarded,
      commit: { id: sha },
    }
    return { status: 200, body }
  })

  gitlab.onProject('GET', '/members/all/:user', 10, {}, (project, call) => {
    const user = [...gitlab.users.values()].find(({ id }) => id === Number(call.params.user))
    const level = user ? gitlab.levelOf(project, user.username) : 0
    if (!user || level === 0) return missing('404 Not found')
    return {
      status: 200,
      body: { ...objects.simpleUser(user.username), access_level: level, expires_at: null },
    }
  })
}
