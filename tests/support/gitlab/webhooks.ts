import { randomUUID } from 'node:crypto'
import { positionOf } from '#tests/support/gitlab/objects'
import type { GitlabNote, GitlabPipeline, GitlabProject, GitlabSubject } from '#tests/support/gitlab/state'
import { GitlabWorld } from '#tests/support/gitlab/world'

/** What happens at GitLab, and what it tells of it. */
export class GitlabEvents extends GitlabWorld {
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

  comment(
    project: GitlabProject,
    subject: GitlabSubject,
    username: string,
    body: string,
    place?: GitlabNote['place']
  ): GitlabNote {
    const now = new Date().toISOString()
    const note: GitlabNote = {
      id: this.nextId(),
      body,
      user: username,
      system: false,
      createdAt: now,
      updatedAt: now,
      ...(place ? { place } : {}),
    }
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
        ...(place ? { type: 'DiffNote', position: positionOf(place) } : {}),
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

  announcePush(project: GitlabProject, before: Map<string, string>, username: string) {
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
