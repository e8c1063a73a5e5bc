import { z } from 'zod'
import type {
  ChangeRequest,
  HostRepository,
  HostRight,
  HostUser,
  Issue,
  IssueComment,
  PipelineState,
  Visibility,
} from '#projects/git/host_contract'

/** Of each of GitLab's objects what we use, and as what. https://docs.gitlab.com/api/rest */

const id = z.union([z.number(), z.string()]).transform(String)
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')

/** Bots of projects, groups and services have names that nobody else can take. */
const botName = /^(project|group)_\d+_bot|^service_account_|^(alert|support|ghost|duo)[-_]?bot|-bot$/

export const isBotName = (username: string) => botName.test(username)

export const userShape = z
  .object({ id, username: z.string(), bot: z.boolean().optional(), name: z.string().nullish() })
  .transform(({ id, username, bot }): HostUser => ({ id, login: username, bot: bot ?? isBotName(username) }))

/** 10 guest, 15 planner, 20 reporter, 30 developer, 40 maintainer, 50 owner. */
export function rightOf(level: number | null | undefined): HostRight {
  if (!level || level < 10) return 'none'
  return level >= 50 ? 'admin' : level >= 40 ? 'maintain' : level >= 30 ? 'write' : 'read'
}

const access = z.object({ access_level: z.number() }).nullish()

export const repositoryShape = z
  .object({
    id,
    name: z.string(),
    path_with_namespace: z.string(),
    web_url: z.string(),
    http_url_to_repo: z.string(),
    default_branch: z.string().nullish(),
    empty_repo: z.boolean().nullish(),
    visibility: z.enum(['public', 'internal', 'private']).nullish(),
    archived: z.boolean().nullish(),
    description: z.string().nullish(),
    last_activity_at: z.string().nullish(),
    permissions: z.object({ project_access: access, group_access: access }).nullish(),
  })
  .transform((data): HostRepository & { level: number | null } => {
    const { project_access: project, group_access: group } = data.permissions ?? {}
    const level = data.permissions ? Math.max(project?.access_level ?? 0, group?.access_level ?? 0) : null
    return {
      id: data.id,
      path: data.path_with_namespace,
      name: data.name,
      url: data.web_url,
      cloneUrl: data.http_url_to_repo,
      defaultBranch: data.empty_repo ? null : (data.default_branch ?? null),
      visibility: (data.visibility ?? 'private') as Visibility,
      archived: data.archived ?? false,
      language: null,
      description: data.description ?? null,
      pushedAt: data.last_activity_at ?? null,
      canPush: level === null ? null : level >= 30,
      level,
    }
  })

const draftMark = /^\s*(draft:|\[draft\]|\(draft\))\s*/i
export const withoutDraft = (title: string) => title.replace(draftMark, '')
export const withDraft = (title: string, draft: boolean) =>
  draft ? `Draft: ${withoutDraft(title)}` : withoutDraft(title)

const states: Record<string, ChangeRequest['state']> = { opened: 'open', locked: 'open', merged: 'merged' }

export const mergeRequestShape = z
  .object({
    iid: z.number(),
    web_url: z.string(),
    title: z.string(),
    description: text,
    state: z.string(),
    draft: z.boolean().nullish(),
    source_branch: z.string(),
    target_branch: z.string(),
    sha: z.string().nullish(),
    source_project_id: z.number().nullish(),
    target_project_id: z.number().nullish(),
    labels: z.array(z.string()).nullish(),
    author: userShape,
  })
  .transform(
    (data): ChangeRequest => ({
      number: data.iid,
      url: data.web_url,
      title: withoutDraft(data.title),
      body: data.description,
      state: states[data.state] ?? 'closed',
      draft: data.draft ?? draftMark.test(data.title),
      sourceBranch: data.source_branch,
      targetBranch: data.target_branch,
      headCommit: data.sha ?? '',
      fork: data.source_project_id !== data.target_project_id,
      labels: data.labels ?? [],
      author: data.author,
    })
  )

export const issueShape = z
  .object({
    iid: z.number(),
    web_url: z.string(),
    title: z.string(),
    description: text,
    state: z.string(),
    labels: z.array(z.string()).nullish(),
    author: userShape,
    created_at: z.string(),
  })
  .transform(
    (data): Issue => ({
      kind: 'issue',
      number: data.iid,
      url: data.web_url,
      title: data.title,
      body: data.description,
      state: data.state === 'closed' ? 'closed' : 'open',
      labels: data.labels ?? [],
      author: data.author,
      createdAt: data.created_at,
    })
  )

export const noteShape = z
  .object({
    id,
    body: text,
    author: userShape,
    system: z.boolean().nullish(),
    created_at: z.string(),
    updated_at: z.string().nullish(),
  })
  .transform((data): Omit<IssueComment, 'url'> & { system: boolean } => ({
    id: data.id,
    body: data.body,
    author: data.author,
    system: data.system ?? false,
    createdAt: data.created_at,
    updatedAt: data.updated_at ?? data.created_at,
  }))

const jobStates: Record<string, PipelineState> = {
  success: 'success',
  failed: 'failed',
  canceled: 'cancelled',
  canceling: 'cancelled',
  running: 'running',
  skipped: 'skipped',
  // nobody has started it, and nothing waits for it
  manual: 'skipped',
  scheduled: 'skipped',
}

/** `created`, `preparing`, `waiting_for_resource`, `waiting_for_callback` and `pending` all wait. */
export const stateOf = (status: string): PipelineState => jobStates[status] ?? 'pending'

export const pipelineShape = z.object({
  id: z.number(),
  sha: z.string(),
  status: z.string(),
  source: z.string().nullish(),
  web_url: z.string(),
})

export const jobShape = z.object({
  id,
  name: z.string(),
  status: z.string(),
  allow_failure: z.boolean().nullish(),
  web_url: z.string().nullish(),
  target_url: z.string().nullish(),
  started_at: z.string().nullish(),
  finished_at: z.string().nullish(),
})

export const hookShape = z.object({
  id: z.number(),
  url: z.string(),
  push_events: z.boolean().nullish(),
  merge_requests_events: z.boolean().nullish(),
  issues_events: z.boolean().nullish(),
  note_events: z.boolean().nullish(),
  pipeline_events: z.boolean().nullish(),
  job_events: z.boolean().nullish(),
  enable_ssl_verification: z.boolean().nullish(),
  alert_status: z.string().nullish(),
})
