import { gitRoutes } from '#tests/support/gitlab/routes/git'
import { hookRoutes } from '#tests/support/gitlab/routes/hooks'
import { issueRoutes } from '#tests/support/gitlab/routes/issues'
import { mergeRequestRoutes } from '#tests/support/gitlab/routes/merge_requests'
import { oauthRoutes } from '#tests/support/gitlab/routes/oauth'
import { pipelineRoutes } from '#tests/support/gitlab/routes/pipelines'
import { projectRoutes } from '#tests/support/gitlab/routes/projects'
import type { GitlabProject } from '#tests/support/gitlab/state'
import { GitlabEvents } from '#tests/support/gitlab/webhooks'
import { API, type Caller } from '#tests/support/gitlab/world'
import { type Call, type Reply } from '#tests/support/hosts/http_server'

/** What a route takes beside what its path names; anything else is a mistake of the caller. */
export interface Takes {
  query?: string[]
  body?: string[]
}

/**
 * GitLab on loopback: OAuth with rotating refresh tokens, the REST API and git itself over real bare
 * repositories. `close` throws when a request had a parameter that GitLab's documentation does not know.
 */
export class GitlabStandIn extends GitlabEvents {
  static async start() {
    const gitlab = new GitlabStandIn()
    await gitlab.server.listen()
    for (const routes of [
      oauthRoutes,
      projectRoutes,
      mergeRequestRoutes,
      issueRoutes,
      pipelineRoutes,
      hookRoutes,
      gitRoutes,
    ]) {
      routes(gitlab)
    }
    gitlab.server.fallback = () => ({ status: 404, body: { error: '404 Not Found' } })
    gitlab.server.before = (call) => gitlab.#admit(call)
    gitlab.server.after = (call, reply) => gitlab.#leave(call, reply)
    return gitlab
  }

  api(
    method: string,
    path: string,
    takes: Takes,
    handler: (call: Call, caller: Caller) => Reply | Promise<Reply>
  ) {
    this.server.on(method, `${API}${path}`, (call) => {
      const caller = this.callerOf(call.headers)
      if (!caller) return { status: 401, body: { message: '401 Unauthorized' } }
      const readOnly = !caller.scopes.includes('api')
      if (readOnly && !(method === 'GET' && caller.scopes.some((one) => one.startsWith('read_')))) {
        const description = 'The request requires higher privileges than provided by the access token.'
        return {
          status: 403,
          body: { error: 'insufficient_scope', error_description: description, scope: 'api' },
        }
      }
      this.#checkParameters(`${method} ${path}`, call, takes)
      return handler(call, caller)
    })
  }

  onProject(
    method: string,
    path: string,
    least: number,
    takes: Takes,
    handler: (project: GitlabProject, call: Call, caller: Caller) => Reply | Promise<Reply>
  ) {
    this.api(method, `/projects/:project${path}`, takes, (call, caller) => {
      const wanted = call.params.project!
      const project = this.projects.find(({ id, path: known }) => String(id) === wanted || known === wanted)
      const level = project ? this.levelOf(project, caller.username) : 0
      if (!project || (level === 0 && project.visibility === 'private')) {
        return { status: 404, body: { message: '404 Project Not Found' } }
      }
      if (level < least) return { status: 403, body: { message: '403 Forbidden' } }
      return handler(project, call, caller)
    })
  }

  async close() {
    await this.hooks.settled()
    await this.server.close()
    this.git.remove()
    if (this.violations.length > 0)
      throw new Error(`not as GitLab documents it:\n${this.violations.join('\n')}`)
  }

  #checkParameters(route: string, call: Call, { query = [], body = [] }: Takes) {
    for (const name of call.query.keys()) {
      if (!query.includes(name) && !['page', 'per_page'].includes(name))
        this.violations.push(`${route}: query ${name}`)
    }
    for (const name of Object.keys(call.data)) {
      if (!body.includes(name)) this.violations.push(`${route}: body ${name}`)
    }
  }

  #admit(call: Call): Reply | null {
    if (!call.path.startsWith(`${API}/`)) return null
    this.rate.used += 1
    if (this.rate.used <= this.rate.limit) return null
    return { status: 429, body: 'Retry later\n', headers: { 'retry-after': '60' } }
  }

  #leave(call: Call, reply: Reply): Reply {
    if (!call.path.startsWith(`${API}/`)) return reply
    const headers = {
      'ratelimit-limit': String(this.rate.limit),
      'ratelimit-remaining': String(Math.max(0, this.rate.limit - this.rate.used)),
      'ratelimit-reset': String(this.rate.reset),
    }
    return { ...reply, headers: { ...headers, ...reply.headers } }
  }
}
