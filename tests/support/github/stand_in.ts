import { ApiDescription } from '#tests/support/github/api_description'
import { forbidden, notFound } from '#tests/support/github/replies'
import { accountRoutes } from '#tests/support/github/routes/account'
import { actionRoutes } from '#tests/support/github/routes/actions'
import { appRoutes } from '#tests/support/github/routes/app'
import { gitRoutes } from '#tests/support/github/routes/git'
import { hookRoutes } from '#tests/support/github/routes/hooks'
import { issueRoutes } from '#tests/support/github/routes/issues'
import { oauthRoutes } from '#tests/support/github/routes/oauth'
import { pullRoutes } from '#tests/support/github/routes/pulls'
import { repositoryRoutes } from '#tests/support/github/routes/repositories'
import type { GithubRepository, Permission } from '#tests/support/github/state'
import { atLeast } from '#tests/support/github/state'
import { GithubEvents } from '#tests/support/github/webhooks'
import { API, type Caller } from '#tests/support/github/world'
import { type Call, type Reply } from '#tests/support/hosts/http_server'

/**
 * GitHub on loopback: OAuth, the REST API and git itself over real bare repositories, with a state that
 * changes as GitHub's does. Every request to the API, and every answer of its own, is held against
 * GitHub's published description; `close` throws when one was not as described.
 */
export class GithubStandIn extends GithubEvents {
  static async start() {
    const github = new GithubStandIn()
    await github.server.listen()
    for (const routes of [
      oauthRoutes,
      accountRoutes,
      repositoryRoutes,
      pullRoutes,
      issueRoutes,
      actionRoutes,
      hookRoutes,
      appRoutes,
      gitRoutes,
    ]) {
      routes(github)
    }
    github.server.before = (call) => github.#admit(call)
    github.server.after = (call, reply) => github.#leave(call, reply)
    return github
  }

  /** Registers a route of the API, for people and apps that are who they say. */
  api(method: string, path: string, handler: (call: Call, caller: Caller) => Reply | Promise<Reply>) {
    this.server.on(method, `${API}${path}`, (call) => {
      const caller = this.callerOf(call.headers.authorization)
      if (!caller)
        return {
          status: 401,
          body: {
            message: 'Bad credentials',
            documentation_url: 'https://docs.github.com/rest',
            status: '401',
          },
        }
      return handler(call, caller)
    })
  }

  /** The same for a repository, which is not there for who may not see it. */
  onRepository(
    method: string,
    path: string,
    least: Permission,
    handler: (repository: GithubRepository, call: Call, caller: Caller) => Reply | Promise<Reply>
  ) {
    this.api(method, `/repos/:owner/:repo${path}`, (call, caller) => {
      const repository = this.repositories.get(`${call.params.owner}/${call.params.repo}`)
      const permission = repository ? this.permission(repository, caller) : 'none'
      if (!repository || permission === 'none') return notFound
      if (!atLeast(permission, least)) return forbidden('Resource not accessible by personal access token')
      if (repository.archived && method !== 'GET')
        return forbidden('Repository was archived so is read-only.')
      return handler(repository, call, caller)
    })
  }

  async close() {
    await this.hooks.settled()
    await this.server.close()
    this.git.remove()
    if (this.violations.length > 0)
      throw new Error(`not as GitHub describes it:\n${this.violations.join('\n')}`)
  }

  #admit(call: Call): Reply | null {
    if (!call.path.startsWith(`${API}/`)) return null
    this.violations.push(...ApiDescription.load().problemsOf(call, call.path.slice(API.length)))
    this.rate.used += 1
    if (this.rate.used <= this.rate.limit) return null
    return forbidden('API rate limit exceeded for user ID 1.')
  }

  #leave(call: Call, reply: Reply): Reply {
    if (!call.path.startsWith(`${API}/`)) return reply
    this.violations.push(...ApiDescription.load().answerProblemsOf(call, call.path.slice(API.length), reply))
    const remaining = Math.max(0, this.rate.limit - this.rate.used)
    const grant = this.callerOf(call.headers.authorization)
    return {
      ...reply,
      headers: {
        'x-ratelimit-limit': String(this.rate.limit),
        'x-ratelimit-remaining': String(remaining),
        'x-ratelimit-reset': String(this.rate.reset),
        ...(grant?.scopes ? { 'x-oauth-scopes': grant.scopes.join(', ') } : {}),
        ...reply.headers,
      },
    }
  }
}
