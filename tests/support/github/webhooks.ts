import { createHmac, randomUUID } from 'node:crypto'
import type {
  GithubComment,
  GithubIssue,
  GithubRepository,
  GithubReviewComment,
} from '#tests/support/github/state'
import { pathOf } from '#tests/support/github/state'
import { GithubWorld } from '#tests/support/github/world'

type Said = Pick<GithubReviewComment, 'path' | 'line' | 'body'>

/** What happens at GitHub, and what it tells of it. */
export class GithubEvents extends GithubWorld {
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

  /** A comment beside a line of a pull request. */
  review(repository: GithubRepository, issue: GithubIssue, login: string, said: Said): GithubReviewComment {
    const now = new Date().toISOString()
    const comment = { id: this.nextId(), ...said, user: login, createdAt: now, updatedAt: now }
    const pull = issue.pull!
    pull.reviews = [...(pull.reviews ?? []), comment]
    this.announce(
      repository,
      'pull_request_review_comment',
      {
        action: 'created',
        pull_request: this.objects.pull(repository, issue, 'pull-request'),
        comment: this.objects.reviewComment(repository, issue, comment),
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

  announcePush(repository: GithubRepository, before: Map<string, string>, login: string) {
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
