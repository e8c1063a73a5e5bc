import { randomBytes, randomUUID } from 'node:crypto'
import { GitlabObjects } from '#tests/support/gitlab/objects'
import { hookRoutes } from '#tests/support/gitlab/routes/hooks'
import { issueRoutes } from '#tests/support/gitlab/routes/issues'
import { mergeRequestRoutes } from '#tests/support/gitlab/routes/merge_requests'
import { oauthRoutes } from '#tests/support/gitlab/routes/oauth'
import { pipelineRoutes } from '#tests/support/gitlab/routes/pipelines'
import { projectRoutes } from '#tests/support/gitlab/routes/projects'
import type {
  GitlabJob,
  GitlabNote,
  GitlabPipeline,
  GitlabProject,
  GitlabSubject,
  GitlabUser,
} from '#tests/support/gitlab/state'
import { BareRepositories } from '#tests/support/hosts/bare_repositories'
import { type Call, HttpServer, type Reply } from '#tests/support/hosts/http_server'
import { OauthServer } from '#tests/support/hosts/oauth_server'
import { WebhookSender } from '#tests/support/hosts/webhook_sender'

const API = '/api/v4'

export interface NewProject {
  name?: string
  visibility?: GitlabProject['visibility']
  defaultBranch?: string
  files?: Record<string, string>
  language?: string | null
  archived?: boolean
  /** Username to access level. */
  members?: Record<string, number>
  hasGit?: boolean
}

export interface Caller {
  username: string
  scopes: string[]
  expiresAt: string | null
  kind: 'oauth' | 'token'
}

/** What a route takes beside what its path names; anything else is a mistake of the caller. */
export interface Takes {
  query?: string[]
  body?: string[]
}

/**
 * GitLab on loopback: OAuth with rotating refresh tokens, the REST API and git itself over real bare
 * repositories. `close` throws when a request had a parameter that GitLab's documentation does not know.
 */
export class GitlabStandIn {
  readonly server = new HttpServer()
  readonly git = new BareRepositories('gitlab')
  readonly hooks = new WebhookSender()
  readonly users = new Map<string, GitlabUser>()
  readonly projects: GitlabProject[] = []
  readonly violations: string[] = []
  tokenLifetimeSeconds: number | null = 7200
  readonly oauth = new OauthServer({ token: '', refresh: '' }, () => this.tokenLifetimeSeconds)
  readonly personalTokens = new Map<
    string,
    { username: string; scopes: string[]; expiresAt: string | null }
  >()
  rate = { limit: 2000, used: 0, reset: Math.floor(Date.now() / 1000) + 60 }
  signedIn = 'ada'
  readonly objects = new GitlabObjects(
    () => this.url,
    (username) => this.user(username),
    (project, ref) => (project.hasGit ? this.git.commitOf(project.path, ref) : null)
  )
  #lastId = 100

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
    ]) {
      routes(gitlab)
    }
    for (const [method, service] of [
      ['GET', 'info/refs'],
      ['POST', 'git-upload-pack'],
      ['POST', 'git-receive-pack'],
    ] as const) {
      gitlab.server.on(method, `/*path.git/${service}`, (call) => gitlab.#serveGit(call, service))
    }
    gitlab.server.fallback = () => ({ status: 404, body: { error: '404 Not Found' } })
    gitlab.server.before = (call) => gitlab.#admit(call)
    gitlab.server.after = (call, reply) => gitlab.#leave(call, reply)
    return gitlab
  }

  get url() {
    return this.server.url
  }

  nextId() {
    this.#lastId += 1
    return this.#lastId
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

  levelOf = (project: GitlabProject, username: string) => project.members.get(username) ?? 0

  user(username: string): GitlabUser {
    return this.users.get(username) ?? this.addUser(username)
  }

  addUser(username: string, more: Partial<GitlabUser> = {}): GitlabUser {
    const email = `${username}@example.test`
    const user = { id: this.nextId(), username, name: username, email, confirmed: true, bot: false, ...more }
    this.users.set(username, user)
    return user
  }

  addToken(username: string, scopes = ['api'], expiresAt: string | null = '2030-01-01') {
    this.user(username)
    const token = `glpat-${randomBytes(15).toString('base64url')}`
    this.personalTokens.set(token, { username, scopes, expiresAt })
    return token
  }

  addProject(path: string, options: NewProject = {}): GitlabProject {
    const [owner = ''] = path.split('/')
    this.user(owner)
    const hasGit = options.hasGit ?? true
    const files = options.files ?? { 'README.md': `# ${path}\n` }
    const project: GitlabProject = {
      id: this.nextId(),
      path,
      name: options.name ?? path.split('/').at(-1)!,
      visibility: options.visibility ?? 'private',
      archived: options.archived ?? false,
      defaultBranch: options.defaultBranch ?? 'main',
      empty: Object.keys(files).length === 0,
      language: options.language ?? null,
      lastActivityAt: new Date(Date.UTC(2026, 0, 1) + this.nextId() * 1000).toISOString(),
      members: new Map([[owner, 50], ...Object.entries(options.members ?? {})]),
      protectedBranches: new Set(),
      issues: [],
      mergeRequests: [],
      pipelines: [],
      statuses: [],
      hooks: [],
      hasGit,
    }
    if (hasGit) this.git.make(path, project.defaultBranch, files)
    this.projects.push(project)
    return project
  }

  project(path: string): GitlabProject {
    const project = this.projects.find((one) => one.path === path)
    if (!project) throw new Error(`no project ${path}`)
    return project
  }

  protect(path: string, branch: string) {
    const project = this.project(path)
    project.protectedBranches.add(branch)
    this.git.refusePushes(
      path,
      project.protectedBranches,
      'GitLab: You are not allowed to push code to protected branches on this project.'
    )
  }

  newSubject(iid: number, title: string, user: string, description: string | null = null): GitlabSubject {
    const now = new Date().toISOString()
    const id = this.nextId()
    this.user(user)
    return {
      id,
      iid,
      title,
      description,
      state: 'opened',
      labels: [],
      user,
      createdAt: now,
      updatedAt: now,
      notes: [],
    }
  }

  addIssue(
    path: string,
    {
      title,
      description = null,
      user = 'ada',
      labels = [] as string[],
    }: { title: string; description?: string | null; user?: string; labels?: string[] }
  ) {
    const project = this.project(path)
    const issue = { ...this.newSubject(project.issues.length + 1, title, user, description), labels }
    project.issues.push(issue)
    return issue
  }

  addPipeline(
    path: string,
    sha: string,
    ref: string,
    jobs: Partial<GitlabJob>[],
    source: GitlabPipeline['source'] = 'push'
  ) {
    const pipeline: GitlabPipeline = {
      id: this.nextId(),
      sha,
      ref,
      source,
      jobs: jobs.map(
        (job): GitlabJob => ({
          id: this.nextId(),
          name: 'test',
          stage: 'test',
          status: 'pending',
          allowFailure: false,
          log: '',
          ...job,
        })
      ),
    }
    this.project(path).pipelines.push(pipeline)
    return pipeline
  }

  /** Brings a job to its end and tells so. */
  finishJob(path: string, jobId: number, status: 'success' | 'failed' | 'canceled', log = '') {
    const project = this.project(path)
    const pipeline = project.pipelines.find(({ jobs }) => jobs.some(({ id }) => id === jobId))!
    Object.assign(pipeline.jobs.find(({ id }) => id === jobId)!, { status, log })
    this.announcePipeline(project, pipeline)
  }

  announcePipeline(project: GitlabProject, pipeline: GitlabPipeline) {
    const { id, status, ref, sha, source, web_url: url } = this.objects.pipeline(project, pipeline)
    const builds = pipeline.jobs.map(({ id: job, name, stage, status: state, allowFailure }) => ({
      id: job,
      name,
      stage,
      status: state,
      allow_failure: allowFailure,
    }))
    this.announce(project, 'Pipeline Hook', 'pipeline_events', {
      object_kind: 'pipeline',
      object_attributes: { id, status, ref, sha, source, url, tag: false, before_sha: '0'.repeat(40) },
      builds,
    })
  }

  addLabel(project: GitlabProject, issue: GitlabSubject, title: string, username: string) {
    const label = (name: string) => ({ id: 1, title: name, color: '#dc143c', project_id: project.id })
    const before = issue.labels.map(label)
    issue.labels = [...new Set([...issue.labels, title])]
    const changes = { labels: { previous: before, current: issue.labels.map(label) } }
    const labels = issue.labels.map(label)
    if ('sourceBranch' in issue) {
      this.announceMergeRequest(project, issue as never, 'update', username, { changes, labels })
      return
    }
    const { web_url: url, ...attributes } = this.objects.issue(project, issue)
    this.announce(
      project,
      'Issue Hook',
      'issues_events',
      {
        object_kind: 'issue',
        event_type: 'issue',
        object_attributes: { ...attributes, url, action: 'update' },
        labels,
        changes,
      },
      username
    )
  }

  announceMergeRequest(
    project: GitlabProject,
    request: GitlabProject['mergeRequests'][number],
    action: string,
    username: string,
    more: object = {}
  ) {
    const { web_url: url, sha, ...attributes } = this.objects.mergeRequest(project, request)
    const payload = {
      object_kind: 'merge_request',
      event_type: 'merge_request',
      object_attributes: { ...attributes, url, action, last_commit: { id: sha } },
      labels: [],
      changes: {},
      ...more,
    }
    this.announce(project, 'Merge Request Hook', 'merge_requests_events', payload, username)
  }

  comment(project: GitlabProject, subject: GitlabSubject, username: string, body: string): GitlabNote {
    const now = new Date().toISOString()
    const note = { id: this.nextId(), body, user: username, system: false, createdAt: now, updatedAt: now }
    this.user(username)
    subject.notes.push(note)
    const isRequest = 'sourceBranch' in subject
    const { web_url: url, ...about } = isRequest
      ? this.objects.mergeRequest(project, subject as never)
      : this.objects.issue(project, subject)
    const payload = {
      object_kind: 'note',
      event_type: 'note',
      object_attributes: {
        id: note.id,
        note: body,
        noteable_type: isRequest ? 'MergeRequest' : 'Issue',
        author_id: this.user(username).id,
        system: false,
        action: 'create',
        url: `${url}#note_${note.id}`,
      },
      [isRequest ? 'merge_request' : 'issue']: { ...about, url },
    }
    this.announce(project, 'Note Hook', 'note_events', payload, username)
    return note
  }

  announce(
    project: GitlabProject,
    event: string,
    setting: string,
    payload: object,
    username = [...project.members.keys()][0]!
  ) {
    const { id, name, email } = this.user(username)
    const whole = {
      ...payload,
      user: { id, name, username, email },
      project: {
        id: project.id,
        name: project.name,
        path_with_namespace: project.path,
        default_branch: project.defaultBranch,
        web_url: `${this.url}/${project.path}`,
        git_http_url: `${this.url}/${project.path}.git`,
      },
    }
    for (const hook of project.hooks) {
      if (hook.settings[setting] && hook.alertStatus === 'executable')
        this.deliver(hook.url, event, whole, hook.token)
    }
  }

  deliver(url: string, event: string, payload: unknown, token: string | null, id: string = randomUUID()) {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'GitLab/18.5.0',
      'x-gitlab-event': event,
      'x-gitlab-event-uuid': id,
      'x-gitlab-webhook-uuid': randomUUID(),
      'idempotency-key': id,
      ...(token ? { 'x-gitlab-token': token } : {}),
    }
    return this.hooks.send(url, event, headers, JSON.stringify(payload), id)
  }

  callerOf(headers: Call['headers']): Caller | null {
    const authorization = headers.authorization ?? ''
    const basic = /^basic (.+)$/i.exec(authorization)?.[1]
    const token =
      (basic && Buffer.from(basic, 'base64').toString().split(':').slice(1).join(':')) ||
      /^bearer (.+)$/i.exec(authorization)?.[1] ||
      String(headers['private-token'] ?? '')
    const personal = this.personalTokens.get(token)
    if (personal) {
      if (personal.expiresAt && Date.parse(personal.expiresAt) < Date.now()) return null
      return { ...personal, kind: 'token' }
    }
    const grant = this.oauth.find(token)
    return grant && { username: grant.user, scopes: grant.scopes, expiresAt: null, kind: 'oauth' }
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

  async #serveGit(call: Call, service: string): Promise<Reply> {
    const path = call.params.path!
    const project = this.projects.find((one) => one.path === path)
    const caller = this.callerOf(call.headers)
    const level = project && caller ? this.levelOf(project, caller.username) : 0
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
    const mayWrite =
      level >= 30 && caller?.scopes.some((scope) => ['api', 'write_repository'].includes(scope))
    if (writes && !mayWrite) {
      return { status: 403, body: 'You are not allowed to push code to this project.' }
    }
    const before = service === 'git-receive-pack' ? this.git.branches(path) : null
    const reply = await this.git.serve(call, path, service, caller?.username ?? 'anonymous')
    if (before) this.#announcePush(project, before, caller!.username)
    return reply
  }

  #announcePush(project: GitlabProject, before: Map<string, string>, username: string) {
    const none = '0'.repeat(40)
    const after = this.git.branches(project.path)
    project.empty = after.size === 0
    for (const branch of new Set([...before.keys(), ...after.keys()])) {
      const [from = none, to = none] = [before.get(branch), after.get(branch)]
      if (from === to) continue
      project.lastActivityAt = new Date().toISOString()
      const { id, name } = this.user(username)
      this.announce(
        project,
        'Push Hook',
        'push_events',
        {
          object_kind: 'push',
          event_name: 'push',
          ref: `refs/heads/${branch}`,
          before: from,
          after: to,
          checkout_sha: to === none ? null : to,
          user_id: id,
          user_name: name,
          user_username: username,
          project_id: project.id,
          commits: [],
          total_commits_count: 1,
        },
        username
      )
    }
  }
}

export function paged<T>(call: Call, items: T[], show: (item: T) => unknown): Reply {
  const perPage = Math.min(100, Number(call.query.get('per_page') ?? 20))
  const page = Number(call.query.get('page') ?? 1)
  const pages = Math.max(1, Math.ceil(items.length / perPage))
  const next = page < pages ? String(page + 1) : ''
  const query = new URLSearchParams(call.query)
  query.set('page', next)
  const link = `<http://${call.headers.host}${call.path}?${query}>; rel="next"`
  return {
    status: 200,
    body: items.slice((page - 1) * perPage, page * perPage).map(show),
    headers: {
      'x-page': String(page),
      'x-per-page': String(perPage),
      'x-next-page': next,
      'x-prev-page': page > 1 ? String(page - 1) : '',
      'x-total': String(items.length),
      'x-total-pages': String(pages),
      ...(next ? { link } : {}),
    },
  }
}

export const missing = (what = '404 Not found'): Reply => ({ status: 404, body: { message: what } })
