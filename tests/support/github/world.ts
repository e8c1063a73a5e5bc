import { createVerify } from 'node:crypto'
import { ApiDescription } from '#tests/support/github/api_description'
import { GithubObjects } from '#tests/support/github/objects'
import type {
  GithubInstallation,
  GithubIssue,
  GithubJob,
  GithubRepository,
  GithubUser,
  Permission,
} from '#tests/support/github/state'
import { pathOf, permissionOf } from '#tests/support/github/state'
import { BareRepositories } from '#tests/support/hosts/bare_repositories'
import { HttpServer } from '#tests/support/hosts/http_server'
import { OauthServer } from '#tests/support/hosts/oauth_server'
import { WebhookSender } from '#tests/support/hosts/webhook_sender'

export const API = '/api/v3'

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

/** Everything that a test puts into GitHub: people, apps, repositories and what is in them. */
export class GithubWorld {
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

  example(name: string) {
    return ApiDescription.load().example(name)
  }
}
