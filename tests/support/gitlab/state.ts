export interface GitlabUser {
  id: number
  username: string
  name: string
  email: string
  confirmed: boolean
  bot: boolean
}

export interface GitlabNote {
  id: number
  body: string
  user: string
  system: boolean
  createdAt: string
  updatedAt: string
  /** Of a note beside code. */
  place?: { path: string; line: number }
  resolved?: boolean
}

export interface GitlabSubject {
  id: number
  iid: number
  title: string
  description: string | null
  state: 'opened' | 'closed' | 'merged'
  labels: string[]
  user: string
  createdAt: string
  updatedAt: string
  notes: GitlabNote[]
}

export interface GitlabMergeRequest extends GitlabSubject {
  sourceBranch: string
  targetBranch: string
  reviewers: number[]
  /** Its branch is in somebody else's copy of the project. */
  fork?: boolean
}

export interface GitlabJob {
  id: number
  name: string
  stage: string
  status: 'created' | 'pending' | 'running' | 'success' | 'failed' | 'canceled' | 'skipped' | 'manual'
  allowFailure: boolean
  log: string
}

export interface GitlabPipeline {
  id: number
  sha: string
  ref: string
  source: 'push' | 'merge_request_event' | 'external'
  jobs: GitlabJob[]
}

export interface GitlabStatus {
  id: number
  sha: string
  name: string
  status: 'pending' | 'running' | 'success' | 'failed' | 'canceled'
  description: string | null
  targetUrl: string | null
}

export interface GitlabHook {
  id: number
  url: string
  token: string | null
  settings: Record<string, boolean>
  alertStatus: 'executable' | 'disabled'
}

export interface GitlabProject {
  id: number
  /** `group/…/name`, as in its address. */
  path: string
  name: string
  visibility: 'public' | 'internal' | 'private'
  archived: boolean
  defaultBranch: string
  empty: boolean
  language: string | null
  lastActivityAt: string
  /** 10 guest, 20 reporter, 30 developer, 40 maintainer, 50 owner. */
  members: Map<string, number>
  protectedBranches: Set<string>
  issues: GitlabSubject[]
  mergeRequests: GitlabMergeRequest[]
  pipelines: GitlabPipeline[]
  statuses: GitlabStatus[]
  hooks: GitlabHook[]
  hasGit: boolean
}
