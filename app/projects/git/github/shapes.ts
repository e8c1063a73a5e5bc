import { z } from 'zod'
import type {
  ChangeRequest,
  HostRepository,
  HostUser,
  Issue,
  IssueComment,
  PipelineState,
} from '#projects/git/host_contract'

/** Of each of GitHub's objects what we use, and as what. https://docs.github.com/rest */

export const id = z.union([z.number(), z.bigint(), z.string()]).transform(String)
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')

export const userShape = z
  .object({ id, login: z.string(), type: z.string().optional() })
  .transform(
    ({ id, login, type }): HostUser => ({ id, login, bot: type === 'Bot' || login.endsWith('[bot]') })
  )

/** Of somebody who is gone, GitHub says nothing. */
const ghost: HostUser = { id: '0', login: 'ghost', bot: false }
export const author = userShape.nullish().transform((user) => user ?? ghost)

const permissions = z.object({ push: z.boolean().optional(), admin: z.boolean().optional() })

const repositoryFields = z.object({
  id,
  name: z.string(),
  full_name: z.string(),
  html_url: z.string(),
  clone_url: z.string(),
  default_branch: z.string().nullish(),
  private: z.boolean(),
  visibility: z.string().nullish(),
  archived: z.boolean().nullish(),
  language: z.string().nullish(),
  description: z.string().nullish(),
  pushed_at: z.string().nullish(),
  permissions: permissions.nullish(),
})

function toRepository(data: z.infer<typeof repositoryFields>): HostRepository {
  const visibility = data.visibility === 'internal' ? 'internal' : data.private ? 'private' : 'public'
  return {
    id: data.id,
    path: data.full_name,
    name: data.name,
    url: data.html_url,
    cloneUrl: data.clone_url,
    defaultBranch: data.default_branch ?? null,
    visibility,
    archived: data.archived ?? false,
    language: data.language ?? null,
    description: data.description ?? null,
    pushedAt: data.pushed_at ?? null,
    canPush: data.permissions?.push ?? null,
  }
}

export const repositoryShape = repositoryFields.transform(toRepository)
export const repositoryFactsShape = repositoryFields.transform((data) => ({
  ...toRepository(data),
  canManageHooks: data.permissions?.admin ?? false,
}))

const labels = z
  .array(z.union([z.string(), z.object({ name: z.string().nullish() })]))
  .nullish()
  .transform((all) =>
    (all ?? []).map((one) => (typeof one === 'string' ? one : (one.name ?? ''))).filter((name) => name !== '')
  )

export const pullShape = z
  .object({
    number: z.number(),
    node_id: z.string().optional(),
    html_url: z.string(),
    title: z.string(),
    body: text,
    state: z.enum(['open', 'closed']),
    merged_at: z.string().nullish(),
    draft: z.boolean().nullish(),
    head: z.object({ ref: z.string(), sha: z.string(), repo: z.object({ id }).nullish() }),
    base: z.object({ ref: z.string(), repo: z.object({ id }) }),
    labels,
    user: author,
  })
  .transform(
    (data): ChangeRequest => ({
      number: data.number,
      url: data.html_url,
      title: data.title,
      body: data.body,
      state: data.merged_at ? 'merged' : data.state,
      draft: data.draft ?? false,
      sourceBranch: data.head.ref,
      targetBranch: data.base.ref,
      headCommit: data.head.sha,
      fork: data.head.repo?.id !== data.base.repo.id,
      labels: data.labels,
      author: data.user,
    })
  )

export const issueShape = z
  .object({
    number: z.number(),
    html_url: z.string(),
    title: z.string(),
    body: text,
    state: z.enum(['open', 'closed']),
    labels,
    user: author,
    created_at: z.string(),
    pull_request: z.object({}).nullish(),
  })
  .transform(
    (data): Issue => ({
      kind: data.pull_request ? 'change_request' : 'issue',
      number: data.number,
      url: data.html_url,
      title: data.title,
      body: data.body,
      state: data.state,
      labels: data.labels,
      author: data.user,
      createdAt: data.created_at,
    })
  )

export const commentShape = z
  .object({
    id,
    body: text,
    html_url: z.string(),
    user: author,
    created_at: z.string(),
    updated_at: z.string(),
  })
  .transform(
    (data): IssueComment => ({
      id: data.id,
      body: data.body,
      url: data.html_url,
      author: data.user,
      createdAt: data.created_at,
      updatedAt: data.updated_at,
    })
  )

const ended: Record<string, PipelineState> = {
  success: 'success',
  neutral: 'success',
  skipped: 'skipped',
  cancelled: 'cancelled',
  stale: 'cancelled',
}

/** A check's or job's two words as one; anything ended that is not known to be good is a failure. */
export function stateOf(
  status: string | null | undefined,
  conclusion: string | null | undefined
): PipelineState {
  if (status === 'completed') return ended[conclusion ?? ''] ?? 'failed'
  return status === 'in_progress' ? 'running' : 'pending'
}

export const jobShape = z.object({
  id,
  name: z.string(),
  html_url: z.string().nullish(),
  status: z.string(),
  conclusion: z.string().nullish(),
  started_at: z.string().nullish(),
  completed_at: z.string().nullish(),
})

export const checkShape = jobShape.extend({ app: z.object({ slug: z.string().nullish() }).nullish() })

export const runShape = z.object({
  id,
  html_url: z.string(),
  status: z.string().nullish(),
  conclusion: z.string().nullish(),
  workflow_id: id,
  event: z.string().nullish(),
})

export const statusShape = z.object({
  context: z.string(),
  state: z.string(),
  target_url: z.string().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
})

export const hookShape = z.object({
  id,
  active: z.boolean(),
  events: z.array(z.string()),
  config: z.object({
    url: z.string().nullish(),
    content_type: z.string().nullish(),
    insecure_ssl: z.union([z.string(), z.number()]).nullish(),
  }),
})
