import type {
  GitlabHook,
  GitlabJob,
  GitlabMergeRequest,
  GitlabNote,
  GitlabPipeline,
  GitlabProject,
  GitlabStatus,
  GitlabSubject,
  GitlabUser,
} from '#tests/support/gitlab/state'

/** GitLab's objects as its documentation shows them. https://docs.gitlab.com/api/rest */
export class GitlabObjects {
  constructor(
    private readonly webUrl: () => string,
    private readonly user: (username: string) => GitlabUser,
    private readonly commitOf: (project: GitlabProject, ref: string) => string | null
  ) {}

  simpleUser(username: string) {
    const { id, name } = this.user(username)
    return {
      id,
      username,
      name,
      state: 'active',
      locked: false,
      avatar_url: null,
      web_url: `${this.webUrl()}/${username}`,
    }
  }

  wholeUser(user: GitlabUser) {
    return {
      ...this.simpleUser(user.username),
      created_at: '2025-01-01T00:00:00.000Z',
      bio: '',
      bot: user.bot,
      email: user.email,
      commit_email: user.email,
      public_email: '',
      confirmed_at: user.confirmed ? '2025-01-01T00:00:00.000Z' : null,
      two_factor_enabled: false,
      external: false,
      identities: [],
    }
  }

  project(project: GitlabProject, level: number) {
    const [name = ''] = project.path.split('/').slice(-1)
    return {
      id: project.id,
      description: null,
      name: project.name,
      name_with_namespace: project.path.replaceAll('/', ' / '),
      path: name,
      path_with_namespace: project.path,
      created_at: '2025-01-01T00:00:00.000Z',
      default_branch: project.defaultBranch,
      tag_list: [],
      topics: [],
      ssh_url_to_repo: `git@gitlab.example.test:${project.path}.git`,
      http_url_to_repo: `${this.webUrl()}/${project.path}.git`,
      web_url: `${this.webUrl()}/${project.path}`,
      forks_count: 0,
      star_count: 0,
      last_activity_at: project.lastActivityAt,
      namespace: { id: 2, name: project.path.split('/')[0], path: project.path.split('/')[0], kind: 'group' },
      empty_repo: project.empty,
      archived: project.archived,
      visibility: project.visibility,
      permissions: {
        project_access: level ? { access_level: level, notification_level: 3 } : null,
        group_access: null,
      },
    }
  }

  issue(project: GitlabProject, issue: GitlabSubject) {
    return {
      id: issue.id,
      iid: issue.iid,
      project_id: project.id,
      title: issue.title,
      description: issue.description,
      state: issue.state,
      labels: issue.labels,
      author: this.simpleUser(issue.user),
      assignees: [],
      created_at: issue.createdAt,
      updated_at: issue.updatedAt,
      closed_at: null,
      user_notes_count: issue.notes.length,
      web_url: `${this.webUrl()}/${project.path}/-/issues/${issue.iid}`,
      confidential: false,
    }
  }

  mergeRequest(project: GitlabProject, request: GitlabMergeRequest) {
    const { user_notes_count: _, confidential: __, ...common } = this.issue(project, request)
    const sha = this.commitOf(project, request.sourceBranch)
    return {
      ...common,
      merged_at: request.state === 'merged' ? request.updatedAt : null,
      target_branch: request.targetBranch,
      source_branch: request.sourceBranch,
      source_project_id: request.fork ? project.id + 500_000 : project.id,
      target_project_id: project.id,
      draft: /^\s*(draft:|\[draft\]|\(draft\))/i.test(request.title),
      reviewers: request.reviewers,
      merge_status: 'can_be_merged',
      detailed_merge_status: 'mergeable',
      sha,
      diff_refs: { base_sha: sha, head_sha: sha, start_sha: sha },
      web_url: `${this.webUrl()}/${project.path}/-/merge_requests/${request.iid}`,
    }
  }

  note(project: GitlabProject, subject: GitlabSubject, note: GitlabNote) {
    return {
      id: note.id,
      type: note.place ? 'DiffNote' : null,
      body: note.body,
      ...(note.place ? { position: positionOf(note.place), resolved: note.resolved ?? false } : {}),
      author: this.simpleUser(note.user),
      created_at: note.createdAt,
      updated_at: note.updatedAt,
      system: note.system,
      noteable_id: subject.id,
      noteable_iid: subject.iid,
      noteable_type: 'sourceBranch' in subject ? 'MergeRequest' : 'Issue',
      project_id: project.id,
      resolvable: false,
      confidential: false,
      internal: false,
    }
  }

  pipeline(project: GitlabProject, pipeline: GitlabPipeline) {
    return {
      id: pipeline.id,
      iid: pipeline.id,
      project_id: project.id,
      sha: pipeline.sha,
      ref: pipeline.ref,
      status: statusOf(pipeline.jobs.map(({ status }) => status)),
      source: pipeline.source,
      created_at: '2026-01-01T00:00:00.000Z',
      updated_at: '2026-01-01T00:01:00.000Z',
      web_url: `${this.webUrl()}/${project.path}/-/pipelines/${pipeline.id}`,
    }
  }

  job(project: GitlabProject, pipeline: GitlabPipeline, job: GitlabJob) {
    const ended = ['success', 'failed', 'canceled'].includes(job.status)
    return {
      id: job.id,
      status: job.status,
      stage: job.stage,
      name: job.name,
      ref: pipeline.ref,
      tag: false,
      coverage: null,
      allow_failure: job.allowFailure,
      created_at: '2026-01-01T00:00:00.000Z',
      started_at: ['created', 'pending', 'manual'].includes(job.status) ? null : '2026-01-01T00:00:10.000Z',
      finished_at: ended ? '2026-01-01T00:01:00.000Z' : null,
      web_url: `${this.webUrl()}/${project.path}/-/jobs/${job.id}`,
      pipeline: this.pipeline(project, pipeline),
      artifacts: [],
    }
  }

  status(status: GitlabStatus) {
    return {
      id: status.id,
      sha: status.sha,
      ref: 'main',
      status: status.status,
      name: status.name,
      target_url: status.targetUrl,
      description: status.description,
      created_at: '2026-01-01T00:00:00.000Z',
      started_at: null,
      finished_at: null,
      allow_failure: false,
    }
  }

  hook(project: GitlabProject, hook: GitlabHook) {
    return {
      id: hook.id,
      url: hook.url,
      project_id: project.id,
      created_at: '2026-01-01T00:00:00.000Z',
      alert_status: hook.alertStatus,
      disabled_until: null,
      url_variables: [],
      push_events_branch_filter: '',
      ...hook.settings,
    }
  }
}

function statusOf(states: GitlabJob['status'][]): string {
  for (const state of ['running', 'failed', 'pending', 'created', 'canceled'] as const) {
    if (states.includes(state)) return state
  }
  return 'success'
}

/** Where a note stands in the change, as GitLab writes it. */
export const positionOf = ({ path, line }: { path: string; line: number }) => ({
  base_sha: 'a'.repeat(40),
  start_sha: 'a'.repeat(40),
  head_sha: 'b'.repeat(40),
  old_path: path,
  new_path: path,
  position_type: 'text',
  old_line: null,
  new_line: line,
})
