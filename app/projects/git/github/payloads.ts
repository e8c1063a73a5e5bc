import { type ZodType, z } from 'zod'
import { stateOf } from '#projects/git/github/shapes'
import { type EventSubject, type HostEvent, MAX_COMMENT_LENGTH } from '#projects/git/host_events'

/** An event without what every event has. */
type Told = HostEvent extends infer E
  ? E extends HostEvent
    ? Omit<E, 'repository' | 'author'>
    : never
  : never

const none = /^0+$/
const orNull = (commit: string) => (none.test(commit) ? null : commit)
const id = z.union([z.number(), z.bigint()]).transform(String)
const label = z.object({ name: z.string() }).nullish()

const pull = z.object({
  number: z.number(),
  title: z.string(),
  html_url: z.string(),
  draft: z.boolean().nullish(),
  merged: z.boolean().nullish(),
  merged_at: z.string().nullish(),
  head: z.object({ ref: z.string(), sha: z.string() }),
  base: z.object({ ref: z.string() }),
})
const issue = z.object({
  number: z.number(),
  title: z.string(),
  html_url: z.string(),
  pull_request: z.object({}).nullish(),
})
const comment = z.object({
  id,
  body: z.string().nullish(),
  html_url: z.string(),
  path: z.string().nullish(),
  line: z.number().nullish(),
})

const subjectOf = (one: z.infer<typeof issue>, kind: EventSubject['kind']): EventSubject => ({
  kind,
  number: one.number,
  title: one.title,
  url: one.html_url,
})

const told = (action: string, wanted: string, make: () => Told): Told[] => (action === wanted ? [make()] : [])

const commented = (
  subject: EventSubject,
  { id: commentId, body, html_url: url, path, line }: z.infer<typeof comment>
): Told => ({
  kind: 'comment',
  subject,
  comment: {
    id: commentId,
    body: (body ?? '').slice(0, MAX_COMMENT_LENGTH),
    url,
    ...(path ? { place: { path, line: line ?? null } } : {}),
  },
})

const push = z
  .object({ ref: z.string(), before: z.string(), after: z.string() })
  .transform(({ ref, before, after }): Told[] => {
    const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1]
    return branch ? [{ kind: 'push', branch, before: orNull(before), after: orNull(after) }] : []
  })

const pullChanges = {
  opened: 'opened',
  reopened: 'reopened',
  synchronize: 'updated',
  edited: 'updated',
  ready_for_review: 'updated',
  converted_to_draft: 'updated',
} as const

const pullRequest = z
  .object({ action: z.string(), pull_request: pull, label })
  .transform(({ action, pull_request: found, label: named }): Told[] => {
    const { number, title, html_url: url, head, base } = found
    const subject: EventSubject = { kind: 'change_request', number, title, url }
    if (action === 'labeled' && named) return [{ kind: 'labelled', subject, label: named.name }]
    const merged = found.merged || found.merged_at
    const change =
      action === 'closed' ? (merged ? 'merged' : 'closed') : pullChanges[action as keyof typeof pullChanges]
    if (!change) return []
    const branches = { sourceBranch: head.ref, targetBranch: base.ref, headCommit: head.sha }
    return [{ kind: 'change_request', change, number, title, url, draft: found.draft ?? false, ...branches }]
  })

const issues = z
  .object({ action: z.string(), issue, label })
  .transform(({ action, issue: found, label: named }): Told[] =>
    named
      ? told(action, 'labeled', () => ({
          kind: 'labelled',
          subject: subjectOf(found, 'issue'),
          label: named.name,
        }))
      : []
  )

const issueComment = z
  .object({ action: z.string(), issue, comment })
  .transform(({ action, issue: found, comment: written }): Told[] =>
    told(action, 'created', () =>
      commented(subjectOf(found, found.pull_request ? 'change_request' : 'issue'), written)
    )
  )

const reviewComment = z
  .object({ action: z.string(), pull_request: pull.omit({ merged: true }), comment })
  .transform(({ action, pull_request: found, comment: written }): Told[] =>
    told(action, 'created', () => commented(subjectOf(found, 'change_request'), written))
  )

/** The sentence above a whole review; what it says beside code comes as comments of their own. */
const review = z
  .object({ action: z.string(), pull_request: pull.omit({ merged: true }), review: comment })
  .transform(({ action, pull_request: found, review: written }): Told[] =>
    written.body
      ? told(action, 'submitted', () => commented(subjectOf(found, 'change_request'), written))
      : []
  )

const run = z.object({
  name: z.string().nullish(),
  head_sha: z.string(),
  head_branch: z.string().nullish(),
  status: z.string(),
  conclusion: z.string().nullish(),
  html_url: z.string().nullish(),
})

const ran = (found: z.infer<typeof run>, branch = found.head_branch): Told => ({
  kind: 'pipeline',
  commit: found.head_sha,
  branch: branch ?? null,
  state: stateOf(found.status, found.conclusion),
  name: found.name ?? '',
  url: found.html_url ?? null,
})

const status = z
  .object({
    sha: z.string(),
    state: z.string(),
    context: z.string(),
    target_url: z.string().nullish(),
    branches: z.array(z.object({ name: z.string() })).nullish(),
  })
  .transform(({ sha, state, context, target_url: url, branches }): Told[] => [
    {
      kind: 'pipeline',
      commit: sha,
      branch: branches?.[0]?.name ?? null,
      state: state === 'success' ? 'success' : state === 'pending' ? 'pending' : 'failed',
      name: context,
      url: url ?? null,
    },
  ])

const repositoryChanges = {
  renamed: 'renamed',
  archived: 'archived',
  unarchived: 'unarchived',
  deleted: 'deleted',
  transferred: 'renamed',
} as const

const repository = z
  .object({ action: z.string() })
  .transform(({ action }): Told[] => [
    { kind: 'repository', change: repositoryChanges[action as keyof typeof repositoryChanges] ?? 'changed' },
  ])

/** The events we have a use for; what is not here is taken and ignored. */
export const payloads: Record<string, ZodType<Told[]>> = {
  ping: z.object({}).transform((): Told[] => [{ kind: 'ping' }]),
  push,
  pull_request: pullRequest,
  issues,
  issue_comment: issueComment,
  pull_request_review: review,
  pull_request_review_comment: reviewComment,
  workflow_run: z.object({ workflow_run: run }).transform(({ workflow_run: found }) => [ran(found)]),
  workflow_job: z.object({ workflow_job: run }).transform(({ workflow_job: found }) => [ran(found)]),
  check_run: z
    .object({
      check_run: run.extend({ check_suite: z.object({ head_branch: z.string().nullish() }).nullish() }),
    })
    .transform(({ check_run: found }) => [ran(found, found.check_suite?.head_branch)]),
  status,
  repository,
}
