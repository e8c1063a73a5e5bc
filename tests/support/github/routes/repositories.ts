import { notFound } from '#tests/support/github/replies'
import type { GithubStandIn } from '#tests/support/github/stand_in'
import { pathOf, permissionOf } from '#tests/support/github/state'

export function repositoryRoutes(github: GithubStandIn) {
  github.onRepository('GET', '', 'read', (repository, _, caller) => ({
    status: 200,
    body: github.objects.repository(repository, github.permission(repository, caller)),
    headers: { etag: `W/"${repository.id}-${repository.pushedAt}"` },
  }))
  github.onRepository('GET', '/branches/*branch', 'read', (repository, call) => {
    const branch = call.params.branch!
    const sha = repository.hasGit ? github.git.commitOf(pathOf(repository), branch) : null
    if (!sha) return { status: 404, body: { message: 'Branch not found', status: '404' } }
    const base = github.example('branch-get')
    const commit = { ...(base.commit as Record<string, unknown>), sha }
    return {
      status: 200,
      body: { ...base, name: branch, commit, protected: repository.protectedBranches.has(branch) },
    }
  })
  github.onRepository('GET', '/collaborators/:username/permission', 'write', (repository, call) => {
    const user = github.users.get(call.params.username!)
    if (!user) return notFound
    const role = permissionOf(repository, user.login)
    // `permission` knows four words, `role_name` all of them
    const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role
    const base = github.example('repository-collaborator-permission-response-if-user-has-admin-permissions')
    const shown = { ...(base.user as object), ...github.objects.simpleUser(user.login), role_name: role }
    return { status: 200, body: { ...base, permission, role_name: role, user: shown } }
  })
}
