import { randomBytes } from 'node:crypto'
import { GitlabObjects } from '#tests/support/gitlab/objects'
import type {
  GitlabJob,
  GitlabPipeline,
  GitlabProject,
  GitlabSubject,
  GitlabUser,
} from '#tests/support/gitlab/state'
import { BareRepositories } from '#tests/support/hosts/bare_repositories'
import { type Call, HttpServer } from '#tests/support/hosts/http_server'
import { OauthServer } from '#tests/support/hosts/oauth_server'
import { WebhookSender } from '#tests/support/hosts/webhook_sender'

export const API = '/api/v4'

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

/** Everything that a test puts into GitLab: people, projects and what is in them. */
export class GitlabWorld {
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

  get url() {
    return this.server.url
  }

  nextId() {
    this.#lastId += 1
    return this.#lastId
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
}
