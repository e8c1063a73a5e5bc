/** What a connection can do at GitHub or GitLab beyond git itself. Every method throws `HostError`, or the reason of an aborted signal. */
export type HostKind = 'github' | 'gitlab'

/** `id` is the host's own and survives renames; `path` is `owner/name` or `group/…/name`, as it was last seen. */
export interface RepositoryRef {
  id: string
  path: string
}

export interface HostUser {
  id: string
  login: string
  /** Apps and bots, ours among them: what they write starts nothing. */
  bot: boolean
}

export interface HostAccount extends HostUser {
  name: string | null
  /** Null where the host does not say, as for GitHub's fine-grained tokens. */
  scopes: string[] | null
  /** ISO time; null when the token does not expire or the host does not say. */
  tokenExpiresAt: string | null
}

export type Visibility = 'public' | 'internal' | 'private'

export interface HostRepository extends RepositoryRef {
  name: string
  url: string
  /** HTTPS address for git, without a credential. */
  cloneUrl: string
  /** Null where the host says that the repository is empty. GitHub names a branch for an empty one too. */
  defaultBranch: string | null
  visibility: Visibility
  archived: boolean
  /** The language most of it is written in; null where a list does not say. */
  language: string | null
  description: string | null
  /** ISO time of the last push or activity. */
  pushedAt: string | null
  /** Whether the connection may push branches; null where a list does not say. */
  canPush: boolean | null
}

export interface RepositoryFacts extends HostRepository {
  /** Whether a rule of the host guards the default branch. */
  defaultBranchProtected: boolean
  /** Whether the connection may create webhooks. */
  canManageHooks: boolean
}

export interface HostPage<T> {
  items: T[]
  /** Hand it back for the next page; null after the last. */
  next: string | null
}

export interface PageRequest {
  /** From the page before; the first page without. */
  after?: string | null
  /** At most 100. */
  perPage?: number
}

export interface ChangeRequestInput {
  sourceBranch: string
  targetBranch: string
  title: string
  /** Markdown. */
  body: string
  draft?: boolean
  /** Made by the host where they are missing and it may. Unknown ones never fail the whole. */
  labels?: string[]
  /** Logins. Those whom the host refuses come back in `refusedReviewers`. */
  reviewers?: string[]
}

/** A pull request or merge request. `number` is GitHub's number, GitLab's iid. */
export interface ChangeRequest {
  number: number
  url: string
  title: string
  body: string
  state: 'open' | 'merged' | 'closed'
  draft: boolean
  sourceBranch: string
  targetBranch: string
  headCommit: string
  /** Its branch is in another repository, or in one that is gone: nothing can be pushed there. */
  fork: boolean
  labels: string[]
  author: HostUser
}

export interface OpenedChangeRequest extends ChangeRequest {
  /** False when an open one for the same branches was there already; its text was then left as it is. */
  created: boolean
  refusedReviewers: string[]
  refusedLabels: string[]
}

export interface IssueRef {
  /** GitHub counts pull requests among issues; GitLab keeps two counts. */
  kind: 'issue' | 'change_request'
  number: number
}

export interface Issue extends IssueRef {
  url: string
  title: string
  body: string
  state: 'open' | 'closed'
  labels: string[]
  author: HostUser
  createdAt: string
}

export interface IssueComment {
  id: string
  body: string
  url: string
  author: HostUser
  createdAt: string
  updatedAt: string
}

/** A place in the code that somebody has commented on; the line is null where the code has changed since. */
export interface CodePlace {
  path: string
  line: number | null
}

export interface ReviewComment {
  id: string
  body: string
  author: HostUser
  place: CodePlace
  /** Whether it was settled there; GitHub does not say. */
  resolved: boolean
  createdAt: string
}

export interface StickyCommentInput {
  /** Letters, digits, dots, colons and dashes; kept in the comment as an invisible HTML comment. */
  marker: string
  /** Markdown, without the marker. */
  body: string
}

export type PipelineState = 'pending' | 'running' | 'success' | 'failed' | 'cancelled' | 'skipped'

export interface CommitStatusInput {
  commit: string
  /** What the status is called at the host; the same name replaces the one before. */
  name: string
  state: Exclude<PipelineState, 'skipped'>
  /** Cut to the host's 140 (GitHub) or 255 (GitLab) characters. */
  description: string
  url: string
}

export interface PipelineJob {
  id: string
  name: string
  url: string
  state: PipelineState
  /** Its failure does not fail the pipeline. */
  allowedToFail: boolean
  /** Whether `jobLog` and `retryJob` take it: true for Actions and GitLab jobs, false for other checks and statuses. */
  ours: boolean
  startedAt: string | null
  finishedAt: string | null
}

/** Everything the host ran for one commit, our own status left out. */
export interface Pipeline {
  commit: string
  state: PipelineState
  url: string
  jobs: PipelineJob[]
}

export interface JobLog {
  /** The last `maxBytes`, cut at a line; not masked. */
  text: string
  /** How much was left away in front. */
  skippedBytes: number
}

/** Ordered: each may do what those before it may. */
export const hostRights = ['none', 'read', 'write', 'maintain', 'admin'] as const
export type HostRight = (typeof hostRights)[number]

export interface WebhookInput {
  /** Where the host delivers to; the webhook is known by it. */
  url: string
  secret: string
}

export interface WebhookState {
  id: string
  /** `repaired`: events, address or being switched on differed, or the secret had to be set anew. */
  state: 'created' | 'works' | 'repaired'
}

/** What the host last said of the budget of this token; null before the first answer. */
export interface RateLimit {
  limit: number
  remaining: number
  resetsAt: string
}

/** One connection to one host. Made by `openHost` and `hostOfProject`. */
export interface GitHost {
  readonly kind: HostKind
  /** Address for people, e.g. `https://github.com`. */
  readonly webUrl: string

  account(): Promise<HostAccount>
  /** Everything the connection may see, the last pushed first. */
  listRepositories(page?: PageRequest): Promise<HostPage<HostRepository>>
  repository(ref: Pick<RepositoryRef, 'path'> & Partial<RepositoryRef>): Promise<RepositoryFacts>
  branchProtected(ref: RepositoryRef, branch: string): Promise<boolean>
  /** What somebody may do there, through groups and teams too. */
  rightsOf(ref: RepositoryRef, user: Pick<HostUser, 'id' | 'login'>): Promise<HostRight>

  /** Looks before it creates, and again when creating conflicts: however often, there is one open request. */
  findOrOpenChangeRequest(ref: RepositoryRef, input: ChangeRequestInput): Promise<OpenedChangeRequest>
  changeRequest(ref: RepositoryRef, number: number): Promise<ChangeRequest>
  updateChangeRequest(
    ref: RepositoryRef,
    number: number,
    change: { title?: string; body?: string; draft?: boolean; state?: 'open' | 'closed' }
  ): Promise<ChangeRequest>

  /** What was said beside lines of its code, the first hundred, the oldest first. */
  reviewComments(ref: RepositoryRef, number: number): Promise<ReviewComment[]>

  issue(ref: RepositoryRef, number: number): Promise<Issue>
  /** Open issues, the last changed first. */
  listIssues(
    ref: RepositoryRef,
    filter?: { label?: string; text?: string } & PageRequest
  ): Promise<HostPage<Issue>>
  /** The oldest first, system notes left out. */
  comments(ref: RepositoryRef, subject: IssueRef, page?: PageRequest): Promise<HostPage<IssueComment>>
  /** Finds the comment with the marker written by this very account and edits it, or writes it. */
  upsertStickyComment(ref: RepositoryRef, subject: IssueRef, input: StickyCommentInput): Promise<IssueComment>

  setCommitStatus(ref: RepositoryRef, input: CommitStatusInput): Promise<void>
  /** Of the newest try of each check; null when the host ran nothing for the commit (yet). */
  pipeline(ref: RepositoryRef, commit: string, ownStatus?: string): Promise<Pipeline | null>
  jobLog(ref: RepositoryRef, jobId: string, maxBytes: number): Promise<JobLog>
  retryJob(ref: RepositoryRef, jobId: string): Promise<void>

  /** Makes the webhook, or brings the one with that address back to what it should be. */
  ensureWebhook(ref: RepositoryRef, input: WebhookInput): Promise<WebhookState>
  /** One that is gone already is no error. */
  deleteWebhook(ref: RepositoryRef, url: string): Promise<void>

  rateLimit(): RateLimit | null
}
