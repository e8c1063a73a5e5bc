import type { GitlabStandIn } from '#tests/support/gitlab/stand_in'
import type { Call, Reply } from '#tests/support/hosts/http_server'

/** Git itself, over the bare repositories. */
export function gitRoutes(gitlab: GitlabStandIn) {
  for (const [method, service] of [
    ['GET', 'info/refs'],
    ['POST', 'git-upload-pack'],
    ['POST', 'git-receive-pack'],
  ] as const) {
    gitlab.server.on(method, `/*path.git/${service}`, (call) => serveGit(gitlab, call, service))
  }
}

async function serveGit(gitlab: GitlabStandIn, call: Call, service: string): Promise<Reply> {
  const path = call.params.path!
  const project = gitlab.projects.find((one) => one.path === path)
  const caller = gitlab.callerOf(call.headers)
  const level = project && caller ? gitlab.levelOf(project, caller.username) : 0
  const writes = service === 'git-receive-pack' || call.query.get('service') === 'git-receive-pack'
  if (!caller && (project?.visibility !== 'public' || writes || call.headers.authorization)) {
    return {
      status: 401,
      headers: { 'www-authenticate': 'Basic realm="GitLab"' },
      body: 'HTTP Basic: Access denied',
    }
  }
  if (!project || (level === 0 && project.visibility !== 'public')) {
    return { status: 404, body: 'The project you were looking for could not be found.' }
  }
  const mayWrite = level >= 30 && caller?.scopes.some((scope) => ['api', 'write_repository'].includes(scope))
  if (writes && !mayWrite) {
    return { status: 403, body: 'You are not allowed to push code to this project.' }
  }
  const before = service === 'git-receive-pack' ? gitlab.git.branches(path) : null
  const reply = await gitlab.git.serve(call, path, service, caller?.username ?? 'anonymous')
  if (before) gitlab.announcePush(project, before, caller!.username)
  return reply
}
