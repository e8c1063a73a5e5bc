export type Permission = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin'

export interface GithubUser {
  id: number
  login: string
  name: string | null
  emails: { email: string; primary: boolean; verified: boolean }[]
  type: 'User' | 'Bot' | 'Organization'
}

export interface GithubComment {
  id: number
  body: string
  user: string
  createdAt: string
  updatedAt: string
}

/** What somebody said beside a line of a pull request. */
export interface GithubReviewComment extends GithubComment {
  path: string
  line: number
}

/** Issues and pull requests count together, as at GitHub. */
export interface GithubIssue {
  id: number
  number: number
  title: string
  body: string | null
  state: 'open' | 'closed'
  labels: string[]
  user: string
  createdAt: string
  updatedAt: string
  comments: GithubComment[]
  pull: GithubPull | null
}

export interface GithubPull {
  head: string
  base: string
  draft: boolean
  merged: boolean
  reviewers: string[]
  /** Its branch is in somebody else's copy of the repository. */
  fork?: boolean
  reviews?: GithubReviewComment[]
}

export interface GithubJob {
  id: number
  name: string
  status: 'queued' | 'in_progress' | 'completed'
  conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | null
  log: string
  attempt: number
}

export interface GithubRun {
  id: number
  workflowId: number
  name: string
  sha: string
  branch: string
  jobs: GithubJob[]
}

export interface GithubHook {
  id: number
  active: boolean
  events: string[]
  config: { url: string; content_type: string; insecure_ssl: string; secret?: string }
}

export interface GithubStatus {
  id: number
  sha: string
  state: 'error' | 'failure' | 'pending' | 'success'
  context: string
  description: string | null
  targetUrl: string | null
  creator: string
  createdAt: string
}

export interface GithubRepository {
  id: number
  owner: string
  name: string
  private: boolean
  archived: boolean
  defaultBranch: string
  language: string | null
  description: string | null
  pushedAt: string
  collaborators: Map<string, Permission>
  protectedBranches: Set<string>
  issues: Map<number, GithubIssue>
  runs: GithubRun[]
  statuses: GithubStatus[]
  hooks: GithubHook[]
  /** False for one of thousands that is there to be listed only. */
  hasGit: boolean
}

export interface GithubInstallation {
  id: number
  account: string
  /** Who may see it when they sign in. */
  users: string[]
  repositories: string[]
  suspended: boolean
}

export const pathOf = ({ owner, name }: Pick<GithubRepository, 'owner' | 'name'>) => `${owner}/${name}`

const order: Permission[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin']

export function permissionOf(repository: GithubRepository, login: string): Permission {
  if (repository.owner === login) return 'admin'
  return repository.collaborators.get(login) ?? (repository.private ? 'none' : 'read')
}

export const atLeast = (one: Permission, wanted: Permission) => order.indexOf(one) >= order.indexOf(wanted)
