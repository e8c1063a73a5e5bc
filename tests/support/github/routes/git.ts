import type { GithubStandIn } from '#tests/support/github/stand_in'
import { atLeast } from '#tests/support/github/state'
import type { Call, Reply } from '#tests/support/hosts/http_server'

/** Git itself, over the bare repositories. */
export function gitRoutes(github: GithubStandIn) {
  for (const [method, service] of [
    ['GET', 'info/refs'],
    ['POST', 'git-upload-pack'],
    ['POST', 'git-receive-pack'],
  ] as const) {
    github.server.on(method, `/:owner/:name.git/${service}`, (call) => serveGit(github, call, service))
  }
}

async function serveGit(github: GithubStandIn, call: Call, service: string): Promise<Reply> {
  const path = `${call.params.owner}/${call.params.name}`
  const repository = github.repositories.get(path)
  const caller = github.callerOf(call.headers.authorization)
  const writes = service === 'git-receive-pack' || call.query.get('service') === 'git-receive-pack'
  if (!caller) {
    if (call.headers.authorization || !repository || repository.private || writes) {
      return { status: 401, headers: { 'www-authenticate': 'Basic realm="GitHub"' }, body: 'Unauthorized' }
    }
  }
  const permission = repository ? (caller ? github.permission(repository, caller) : 'read') : 'none'
  if (!repository?.hasGit || permission === 'none') return { status: 404, body: 'Repository not found.' }
  if (writes && !atLeast(permission, 'write')) {
    return { status: 403, body: `Permission to ${path}.git denied to ${caller?.login}.` }
  }
  const before = service === 'git-receive-pack' ? github.git.branches(path) : null
  const reply = await github.git.serve(call, path, service, caller?.login ?? 'anonymous')
  if (before) github.announcePush(repository, before, caller!.login)
  return reply
}
