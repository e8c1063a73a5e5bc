import { createHmac, createVerify, randomUUID } from 'node:crypto'
import { ApiDescription } from '#tests/support/github/api_description'
import { GithubObjects } from '#tests/support/github/objects'
import { accountRoutes } from '#tests/support/github/routes/account'
import { actionRoutes } from '#tests/support/github/routes/actions'
import { appRoutes } from '#tests/support/github/routes/app'
import { hookRoutes } from '#tests/support/github/routes/hooks'
import { issueRoutes } from '#tests/support/github/routes/issues'
import { oauthRoutes } from '#tests/support/github/routes/oauth'
import { pullRoutes } from '#tests/support/github/routes/pulls'
import { repositoryRoutes } from '#tests/support/github/routes/repositories'
import type {
  GithubComment,
  GithubInstallation,
  GithubIssue,
  GithubJob,
  GithubRepository,
  GithubUser,
  Permission,
} from '#tests/support/github/state'
import { atLeast, pathOf, permissionOf } from '#tests/support/github/state'
import { BareRepositories } from '#tests/support/hosts/bare_repositories'
import { type Call, HttpServer, type Reply } from '#tests/support/hosts/http_server'
import { OauthServer } from '#tests/support/hosts/oauth_server'
import { WebhookSender } from '#tests/support/hosts/webhook_sender'

const API = '/api/v3'

export interface NewRepository {
  private?: boolean
  defaultBranch?: string
  files?: Record<string, string>
  language?: string | null
  description?: string | null
  archived?: boolean
  collaborators?: Record<string, Permission>
  hasGit?: boolean
}

/** Who a request comes from: a person or app bot, and what the token may. */
export interface Caller {
  login: string
  scopes: string[] | null
  installation: GithubInstallation | null
}

/**
 * GitHub on loopback: OAuth, the REST API and git itself over real bare repositories, with a state that
 * changes as GitHub's does. Every request to the API, and every answer of its own, is held against
 * GitHub's published description; `close` throws when one was not as described.
 */
export class GithubStandIn {
  readonly server = new HttpServer()
  readonly git = new BareRepositories('github')
  readonly hooks = new WebhookSender()
  readonly users = new Map<string, GithubUser>()
  readonly repositories = new Map<string, GithubRepository>()
  readonly installations = new Map<number, GithubInstallation>()
  readonly violations: string[] = []
  /** Tokens of a GitHub App expire; those of an OAuth app do not. */
  tokenLifetimeSeconds: number | null = null
  readonly oauth = new OauthServer({ token: 'gho_', refresh: 'ghr_' }, () => this.tokenLifetimeSeconds)
  readonly installationTokens = new Map<string, { installation: GithubInstallation; expiresAt: number }>()
  app: { id: number; slug: string; publicKey: string } | null = null
  rate = { limit: 5000, used: 0, reset: Math.floor(Date.now() / 1000) + 3600 }
  /** Who sits in front of the browser at github.com. */
  signedIn = 'ada'
  readonly objects = new GithubObjects(
    ApiDescription.load(),
    () => this.url,
    (login) => this.user(login),
    (repository, branch) => (repository.hasGit ? this.git.commitOf(pathOf(repository), branch) : null)
  )
  #lastId = 1000

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
    ]) {
      routes(github)
    }
    for (const [method, service] of [
      ['GET', 'info/refs'],
      ['POST', 'git-upload-pack'],
      ['POST', 'git-receive-pack'],
    ] as const) {
      github.server.on(method, `/:owner/:name.git/${service}`, (call) => github.#serveGit(call, service))
    }
    github.server.before = (call) => github.#admit(call)
    github.server.after = (call, reply) => github.#leave(call, reply)
    return github
  }

  get url() {
    return this.server.url
  }

  get apiUrl() {
    return `${this.url}${API}`
  }

  nextId() {
    this.#lastId += 1
    return this.#lastId
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

  permission(repository: GithubRepository, { login, installation }: Caller): Permission {
    if (!installation) return permissionOf(repository, login)
    return installation.repositories.includes(pathOf(repository))
      ? 'admin'
      : repository.private
        ? 'none'
        : 'read'
  }

  addUser(login: string, more: Partial<GithubUser> = {}): GithubUser {
    const user: GithubUser = {
      id: this.nextId(),
      login,
      name: null,
      emails: [{ email: `${login}@example.test`, primary: true, verified: true }],
      type: 'User',
      ...more,
    }
    this.users.set(login, user)
    return user
  }

  user(login: string): GithubUser {
    return this.users.get(login) ?? this.addUser(login)
  }

  /** A token as a person makes one in their settings. */
  addToken(login: string, scopes = ['repo', 'admin:repo_hook']) {
    this.user(login)
    const grant = this.oauth.grant(login, scopes)
    grant.expiresAt = null
    return grant.token
  }

  addRepository(path: string, options: NewRepository = {}): GithubRepository {
    const [owner = '', name = ''] = path.split('/')
    this.user(owner)
    const repository: GithubRepository = {
      id: this.nextId(),
      owner,
      name,
      private: options.private ?? true,
      archived: options.archived ?? false,
      defaultBranch: options.defaultBranch ?? 'main',
      language: options.language ?? null,
      description: options.description ?? null,
      pushedAt: new Date(Date.UTC(2026, 0, 1) + this.nextId() * 1000).toISOString(),
      collaborators: new Map(Object.entries(options.collaborators ?? {})),
      protectedBranches: new Set(),
      issues: new Map(),
      runs: [],
      statuses: [],
      hooks: [],
      hasGit: options.hasGit ?? true,
    }
    if (repository.hasGit) {
      this.git.make(path, repository.defaultBranch, options.files ?? { 'README.md': `# ${name}\n` })
    }
    this.repositories.set(path, repository)
    return repository
  }

  protect(path: string, branch: string) {
    const repository = this.repositories.get(path)!
    repository.protectedBranches.add(branch)
    this.git.refusePushes(path, repository.protectedBranches, 'error: GH006: Protected branch update failed.')
  }

  /** Another name for the same repository; GitHub sends on from the one before. */
  rename(path: string, name: string) {
    const repository = this.repositories.get(path)!
    this.repositories.delete(path)
    repository.name = name
    this.repositories.set(pathOf(repository), repository)
    this.server.on('GET', `${API}/repos/${path}`, () => ({
      status: 301,
      headers: { location: `${this.apiUrl}/repos/${pathOf(repository)}` },
      body: { message: 'Moved Permanently' },
    }))
  }

  addIssue(
    path: string,
    {
      title,
      body = null,
      user = 'ada',
      labels = [] as string[],
    }: { title: string; body?: string | null; user?: string; labels?: string[] }
  ): GithubIssue {
    const repository = this.repositories.get(path)!
    this.user(user)
    const now = new Date().toISOString()
    const issue: GithubIssue = {
      id: this.nextId(),
      number: repository.issues.size + 1,
      title,
      body,
      state: 'open',
      labels,
      user,
      createdAt: now,
      updatedAt: now,
      comments: [],
      pull: null,
    }
    repository.issues.set(issue.number, issue)
    return issue
  }

  /** What Actions ran, or runs, for a commit. */
  addRun(path: string, sha: string, branch: string, jobs: Partial<GithubJob>[], workflowId = 1) {
    const run = {
      id: this.nextId(),
      workflowId,
      name: 'CI',
      sha,
      branch,
      jobs: jobs.map(
        (job): GithubJob => ({
          id: this.nextId(),
          name: 'test',
          status: 'queued',
          conclusion: null,
          log: '',
          attempt: 1,
          ...job,
        })
      ),
    }
    this.repositories.get(path)!.runs.push(run)
    return run
  }

  addLabel(repository: GithubRepository, issue: GithubIssue, name: string, login: string) {
    if (issue.labels.includes(name)) return
    issue.labels.push(name)
    const label = this.objects.label(name)
    const subject = issue.pull
      ? { pull_request: this.objects.pull(repository, issue, 'pull-request'), number: issue.number }
      : { issue: this.objects.issue(repository, issue) }
    this.announce(
      repository,
      issue.pull ? 'pull_request' : 'issues',
      { action: 'labeled', label, ...subject },
      login
    )
  }

  comment(repository: GithubRepository, issue: GithubIssue, login: string, body: string): GithubComment {
    const now = new Date().toISOString()
    const comment = { id: this.nextId(), body, user: login, createdAt: now, updatedAt: now }
    issue.comments.push(comment)
    this.announce(
      repository,
      'issue_comment',
      {
        action: 'created',
        issue: this.objects.issue(repository, issue),
        comment: this.objects.comment(repository, issue, comment),
      },
      login
    )
    return comment
  }

  /** Brings a job to its end and tells so. */
  finishJob(path: string, jobId: number, conclusion: 'success' | 'failure' | 'cancelled', log = '') {
    const repository = this.repositories.get(path)!
    const run = repository.runs.find(({ jobs }) => jobs.some(({ id }) => id === jobId))!
    const job = run.jobs.find(({ id }) => id === jobId)!
    Object.assign(job, { status: 'completed', conclusion, log })
    this.announce(repository, 'workflow_job', {
      action: 'completed',
      workflow_job: this.objects.job(repository, run, job),
    })
    if (run.jobs.some(({ status }) => status !== 'completed')) return
    this.announce(repository, 'workflow_run', {
      action: 'completed',
      workflow_run: this.objects.run(repository, run),
    })
  }

  example(name: string) {
    return ApiDescription.load().example(name)
  }

  /** Delivers an event to every webhook of the repository that wants it. */
  announce(
    repository: GithubRepository,
    event: string,
    payload: Record<string, unknown>,
    sender = repository.owner
  ) {
    const whole = {
      ...payload,
      repository: this.objects.repository(repository, 'admin'),
      sender: this.objects.simpleUser(sender),
    }
    for (const hook of repository.hooks) {
      if (!hook.active || (event !== 'ping' && !hook.events.includes(event))) continue
      this.deliver(hook.config.url, event, whole, hook.config.secret)
    }
  }

  deliver(url: string, event: string, payload: unknown, secret?: string, id: string = randomUUID()) {
    const body = JSON.stringify(payload)
    const signature = secret && `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/044aadd',
      'x-github-event': event,
      'x-github-delivery': id,
      ...(signature ? { 'x-hub-signature-256': signature } : {}),
    }
    return this.hooks.send(url, event, headers, body, id)
  }

  callerOf(authorization = ''): Caller | null {
    const basic = /^basic (.+)$/i.exec(authorization)?.[1]
    const token = basic
      ? Buffer.from(basic, 'base64').toString().split(':').slice(1).join(':')
      : (/^(?:bearer|token) (.+)$/i.exec(authorization)?.[1] ?? '')
    const installed = this.installationTokens.get(token)
    if (installed && installed.expiresAt > Date.now() && !installed.installation.suspended) {
      return { login: `${this.app!.slug}[bot]`, scopes: null, installation: installed.installation }
    }
    const grant = this.oauth.find(token)
    return grant && { login: grant.user, scopes: grant.scopes, installation: null }
  }

  /** Whether a request comes from the app itself, by its signed token. */
  isApp(authorization = '') {
    const token = authorization.replace(/^bearer /i, '')
    const [header, payload, signature] = token.split('.')
    if (!this.app || !header || !payload || !signature) return false
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    if (String(claims.iss) !== String(this.app.id) || claims.exp * 1000 < Date.now()) return false
    const verifier = createVerify('RSA-SHA256').update(`${header}.${payload}`)
    return verifier.verify(this.app.publicKey, Buffer.from(signature, 'base64url'))
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

  async #serveGit(call: Call, service: string): Promise<Reply> {
    const path = `${call.params.owner}/${call.params.name}`
    const repository = this.repositories.get(path)
    const caller = this.callerOf(call.headers.authorization)
    const writes = service === 'git-receive-pack' || call.query.get('service') === 'git-receive-pack'
    if (!caller) {
      if (call.headers.authorization || !repository || repository.private || writes) {
        return { status: 401, headers: { 'www-authenticate': 'Basic realm="GitHub"' }, body: 'Unauthorized' }
      }
    }
    const permission = repository ? (caller ? this.permission(repository, caller) : 'read') : 'none'
    if (!repository?.hasGit || permission === 'none') return { status: 404, body: 'Repository not found.' }
    if (writes && !atLeast(permission, 'write')) {
      return { status: 403, body: `Permission to ${path}.git denied to ${caller?.login}.` }
    }
    const before = service === 'git-receive-pack' ? this.git.branches(path) : null
    const reply = await this.git.serve(call, path, service, caller?.login ?? 'anonymous')
    if (before) this.#announcePush(repository, before, caller!.login)
    return reply
  }

  #announcePush(repository: GithubRepository, before: Map<string, string>, login: string) {
    const none = '0'.repeat(40)
    const after = this.git.branches(pathOf(repository))
    for (const branch of new Set([...before.keys(), ...after.keys()])) {
      const [from = none, to = none] = [before.get(branch), after.get(branch)]
      if (from === to) continue
      repository.pushedAt = new Date().toISOString()
      const pusher = { name: login, email: `${login}@example.test` }
      const facts = {
        created: from === none,
        deleted: to === none,
        forced: false,
        base_ref: null,
        compare: '',
      }
      this.announce(
        repository,
        'push',
        {
          ref: `refs/heads/${branch}`,
          before: from,
          after: to,
          ...facts,
          pusher,
          commits: [],
          head_commit: null,
        },
        login
      )
    }
  }
}

export const notFound: Reply = {
  status: 404,
  body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
}

export const forbidden = (message: string): Reply => ({
  status: 403,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: '403' },
})

export const invalid = (errors: (string | Record<string, string>)[]): Reply => ({
  status: 422,
  body: {
    message: 'Validation Failed',
    errors,
    documentation_url: 'https://docs.github.com/rest',
    status: '422',
  },
})

/** One page of a list, with the links to the others. */
export function paged<T>(call: Call, items: T[], wrap: (page: T[]) => unknown = (page) => page): Reply {
  const perPage = Math.min(100, Number(call.query.get('per_page') ?? 30))
  const page = Number(call.query.get('page') ?? 1)
  const last = Math.max(1, Math.ceil(items.length / perPage))
  const link = (to: number, rel: string) => {
    const query = new URLSearchParams(call.query)
    query.set('page', String(to))
    return `<http://${call.headers.host}${call.path}?${query}>; rel="${rel}"`
  }
  const links = page < last ? [link(page + 1, 'next'), link(last, 'last')] : []
  const body = wrap(items.slice((page - 1) * perPage, page * perPage))
  return { status: 200, body, headers: links.length ? { link: links.join(', ') } : {} }
}
