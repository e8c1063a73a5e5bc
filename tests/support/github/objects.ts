import type { ApiDescription } from '#tests/support/github/api_description'
import type {
  GithubComment,
  GithubHook,
  GithubInstallation,
  GithubIssue,
  GithubJob,
  GithubRepository,
  GithubReviewComment,
  GithubRun,
  GithubStatus,
  GithubUser,
  Permission,
} from '#tests/support/github/state'
import { atLeast, pathOf } from '#tests/support/github/state'

type Json = Record<string, unknown>

/** GitHub's objects: the description's own examples, with what the test has put in their place. */
export class GithubObjects {
  constructor(
    private readonly description: ApiDescription,
    private readonly webUrl: () => string,
    private readonly user: (login: string) => GithubUser,
    private readonly commitOf: (repository: GithubRepository, branch: string) => string | null
  ) {}

  get apiUrl() {
    return `${this.webUrl()}/api/v3`
  }

  simpleUser(login: string): Json {
    const { id, type } = this.user(login)
    return {
      ...this.description.example('simple-user'),
      id,
      login,
      type,
      url: `${this.apiUrl}/users/${encodeURIComponent(login)}`,
      html_url: `${this.webUrl()}/${encodeURIComponent(login)}`,
    }
  }

  privateUser(user: GithubUser): Json {
    const example = this.description.example(
      'private-user-response-with-public-and-private-profile-information'
    )
    const email = user.emails.find(({ primary }) => primary)?.email ?? null
    return { ...example, id: user.id, login: user.login, name: user.name, email, type: user.type }
  }

  repository(
    repository: GithubRepository,
    permission: Permission,
    example = 'full-repository-default-response'
  ): Json {
    const path = pathOf(repository)
    const {
      template_repository: _,
      parent: __,
      source: ___,
      organization: ____,
      ...base
    } = this.description.example(example)
    return {
      ...base,
      id: repository.id,
      name: repository.name,
      full_name: path,
      owner: this.simpleUser(repository.owner),
      private: repository.private,
      visibility: repository.private ? 'private' : 'public',
      archived: repository.archived,
      default_branch: repository.defaultBranch,
      language: repository.language,
      description: repository.description,
      pushed_at: repository.pushedAt,
      html_url: `${this.webUrl()}/${path}`,
      url: `${this.apiUrl}/repos/${path}`,
      clone_url: `${this.webUrl()}/${path}.git`,
      permissions: {
        admin: atLeast(permission, 'admin'),
        maintain: atLeast(permission, 'maintain'),
        push: atLeast(permission, 'write'),
        triage: atLeast(permission, 'triage'),
        pull: atLeast(permission, 'read'),
      },
    }
  }

  label = (name: string): Json => ({ ...this.description.example('label'), name })

  issue(repository: GithubRepository, issue: GithubIssue): Json {
    const path = pathOf(repository)
    const {
      pull_request: example,
      milestone: _,
      assignee: __,
      assignees: ___,
      ...base
    } = this.description.example('issue')
    return {
      ...base,
      assignee: null,
      assignees: [],
      milestone: null,
      id: issue.id,
      number: issue.number,
      title: issue.title,
      body: issue.body,
      state: issue.state,
      labels: issue.labels.map(this.label),
      user: this.simpleUser(issue.user),
      created_at: issue.createdAt,
      updated_at: issue.updatedAt,
      comments: issue.comments.length,
      url: `${this.apiUrl}/repos/${path}/issues/${issue.number}`,
      html_url: `${this.webUrl()}/${path}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`,
      ...(issue.pull ? { pull_request: example } : {}),
    }
  }

  pull(
    repository: GithubRepository,
    issue: GithubIssue,
    example: 'pull-request' | 'pull-request-simple'
  ): Json {
    const pull = issue.pull!
    const path = pathOf(repository)
    const base = this.description.example(example)
    const side = (key: 'head' | 'base', branch: string): Json => ({
      ...(base[key] as Json),
      label: `${repository.owner}:${branch}`,
      ref: branch,
      sha: this.commitOf(repository, branch) ?? '0'.repeat(40),
      user: this.simpleUser(repository.owner),
      repo: {
        ...this.repository(repository, 'read'),
        ...(key === 'head' && pull.fork ? { id: repository.id + 500_000, fork: true } : {}),
      },
    })
    const requested = pull.reviewers.map((login) => this.simpleUser(login))
    return {
      ...base,
      id: issue.id,
      node_id: `PR_${issue.id}`,
      number: issue.number,
      title: issue.title,
      body: issue.body,
      state: issue.state,
      draft: pull.draft,
      merged_at: pull.merged ? issue.updatedAt : null,
      ...(example === 'pull-request' ? { merged: pull.merged } : {}),
      labels: issue.labels.map(this.label),
      user: this.simpleUser(issue.user),
      requested_reviewers: requested,
      requested_teams: [],
      created_at: issue.createdAt,
      updated_at: issue.updatedAt,
      head: side('head', pull.head),
      base: side('base', pull.base),
      url: `${this.apiUrl}/repos/${path}/pulls/${issue.number}`,
      html_url: `${this.webUrl()}/${path}/pull/${issue.number}`,
    }
  }

  comment(repository: GithubRepository, issue: GithubIssue, comment: GithubComment): Json {
    return {
      ...this.description.example('issue-comment'),
      id: comment.id,
      body: comment.body,
      user: this.simpleUser(comment.user),
      created_at: comment.createdAt,
      updated_at: comment.updatedAt,
      html_url: `${this.webUrl()}/${pathOf(repository)}/issues/${issue.number}#issuecomment-${comment.id}`,
    }
  }

  reviewComment(repository: GithubRepository, issue: GithubIssue, comment: GithubReviewComment): Json {
    return {
      ...this.description.example('pull-request-review-comment'),
      id: comment.id,
      body: comment.body,
      path: comment.path,
      line: comment.line,
      user: this.simpleUser(comment.user),
      created_at: comment.createdAt,
      updated_at: comment.updatedAt,
      html_url: `${this.webUrl()}/${pathOf(repository)}/pull/${issue.number}#discussion_r${comment.id}`,
    }
  }

  status(status: GithubStatus): Json {
    return {
      ...this.description.example('status'),
      id: status.id,
      state: status.state,
      context: status.context,
      description: status.description,
      target_url: status.targetUrl,
      created_at: status.createdAt,
      updated_at: status.createdAt,
    }
  }

  run(repository: GithubRepository, run: GithubRun): Json {
    const conclusions = run.jobs.map(({ conclusion }) => conclusion)
    const ended = run.jobs.every(({ status }) => status === 'completed')
    const began = run.jobs.some(({ status }) => status !== 'queued')
    const {
      pull_requests: _,
      head_repository: __,
      repository: ___,
      ...base
    } = this.description.example('workflow-run')
    const minimal = this.repository(repository, 'read', 'minimal-repository')
    return {
      ...base,
      pull_requests: [],
      repository: minimal,
      head_repository: minimal,
      id: run.id,
      name: run.name,
      workflow_id: run.workflowId,
      head_sha: run.sha,
      head_branch: run.branch,
      event: 'push',
      status: ended ? 'completed' : began ? 'in_progress' : 'queued',
      conclusion: !ended ? null : conclusions.includes('failure') ? 'failure' : 'success',
      html_url: `${this.webUrl()}/${pathOf(repository)}/actions/runs/${run.id}`,
    }
  }

  job(repository: GithubRepository, run: GithubRun, job: GithubJob): Json {
    return {
      ...this.description.example('job'),
      created_at: '2026-01-01T00:00:00Z',
      id: job.id,
      run_id: run.id,
      name: job.name,
      head_sha: run.sha,
      status: job.status,
      conclusion: job.conclusion,
      run_attempt: job.attempt,
      completed_at: job.status === 'completed' ? '2026-01-01T00:01:00Z' : null,
      html_url: `${this.webUrl()}/${pathOf(repository)}/actions/runs/${run.id}/job/${job.id}`,
      steps: [],
    }
  }

  check(repository: GithubRepository, run: GithubRun, job: GithubJob): Json {
    const base = this.description.example('check-run')
    return {
      ...base,
      id: job.id,
      name: job.name,
      head_sha: run.sha,
      status: job.status,
      conclusion: job.conclusion,
      completed_at: job.status === 'completed' ? '2026-01-01T00:01:00Z' : null,
      app: { ...(base.app as Json), slug: 'github-actions' },
      html_url: `${this.webUrl()}/${pathOf(repository)}/actions/runs/${run.id}/job/${job.id}`,
      pull_requests: [],
    }
  }

  hook(repository: GithubRepository, hook: GithubHook): Json {
    return {
      ...this.description.example('hook'),
      id: hook.id,
      name: 'web',
      active: hook.active,
      events: hook.events,
      config: { ...hook.config, ...(hook.config.secret ? { secret: '********' } : {}) },
      url: `${this.apiUrl}/repos/${pathOf(repository)}/hooks/${hook.id}`,
    }
  }

  installation(installation: GithubInstallation): Json {
    const { suspended_at: _, suspended_by: __, ...base } = this.description.example('base-installation')
    return {
      ...base,
      id: installation.id,
      account: this.simpleUser(installation.account),
      suspended_at: installation.suspended ? '2026-01-01T00:00:00Z' : null,
      suspended_by: null,
    }
  }
}
