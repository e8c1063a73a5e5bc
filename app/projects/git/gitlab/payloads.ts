import { type ZodType, z } from 'zod'
import { placeShape } from '#projects/git/gitlab/reviews'
import { stateOf, withoutDraft } from '#projects/git/gitlab/shapes'
import { type EventSubject, type HostEvent, MAX_COMMENT_LENGTH } from '#projects/git/host_events'

/** An event without what every event has. */
type Told = HostEvent extends infer E
  ? E extends HostEvent
    ? Omit<E, 'repository' | 'author'>
    : never
  : never

const none = /^0+$/
const orNull = (commit: string) => (none.test(commit) ? null : commit)
const id = z.union([z.number(), z.string()]).transform(String)
const labels = z.array(z.object({ title: z.string() })).nullish()
const changes = z.object({ labels: z.object({ previous: labels, current: labels }).nullish() }).nullish()

const subject = z.object({ iid: z.number(), title: z.string(), url: z.string().nullish() })
const subjectOf = (kind: EventSubject['kind'], one: z.infer<typeof subject>): EventSubject => ({
  kind,
  number: one.iid,
  title: kind === 'issue' ? one.title : withoutDraft(one.title),
  url: one.url ?? '',
})

type WithLabels = { labels?: z.infer<typeof labels>; changes?: z.infer<typeof changes> }

/** Labels that came with this event: those added, or all of something new. */
function labelled(
  about: EventSubject,
  isNew: boolean,
  { labels: all, changes: changed }: WithLabels
): Told[] {
  const before = new Set((changed?.labels?.previous ?? []).map(({ title }) => title))
  const now = changed?.labels?.current ?? (isNew ? all : null) ?? []
  return now
    .filter(({ title }) => !before.has(title))
    .map(({ title }) => ({ kind: 'labelled', subject: about, label: title }))
}

const push = z
  .object({ ref: z.string(), before: z.string(), after: z.string() })
  .transform(({ ref, before, after }): Told[] => {
    const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1]
    return branch ? [{ kind: 'push', branch, before: orNull(before), after: orNull(after) }] : []
  })

const requestChanges = {
  open: 'opened',
  reopen: 'reopened',
  close: 'closed',
  merge: 'merged',
  update: 'updated',
} as const

const mergeRequest = z
  .object({
    object_attributes: subject.extend({
      action: z.string().nullish(),
      source_branch: z.string(),
      target_branch: z.string(),
      draft: z.boolean().nullish(),
      work_in_progress: z.boolean().nullish(),
      last_commit: z.object({ id: z.string() }).nullish(),
    }),
    labels,
    changes,
  })
  .transform(({ object_attributes: about, ...rest }): Told[] => {
    const change = requestChanges[about.action as keyof typeof requestChanges]
    if (!change) return []
    const named = subjectOf('change_request', about)
    const told: Told = {
      kind: 'change_request',
      change,
      number: named.number,
      title: named.title,
      url: named.url,
      draft: about.draft ?? about.work_in_progress ?? false,
      sourceBranch: about.source_branch,
      targetBranch: about.target_branch,
      headCommit: about.last_commit?.id ?? '',
    }
    return [told, ...labelled(named, change === 'opened', rest)]
  })

const issue = z
  .object({ object_attributes: subject.extend({ action: z.string().nullish() }), labels, changes })
  .transform(({ object_attributes: about, ...rest }): Told[] =>
    labelled(subjectOf('issue', about), about.action === 'open', rest)
  )

const note = z
  .object({
    object_attributes: z.object({
      id,
      note: z.string().nullish(),
      noteable_type: z.string().nullish(),
      system: z.boolean().nullish(),
      action: z.string().nullish(),
      url: z.string().nullish(),
      position: placeShape,
    }),
    issue: subject.nullish(),
    merge_request: subject.nullish(),
  })
  .transform(({ object_attributes: written, issue: onIssue, merge_request: onRequest }): Told[] => {
    if (written.system || (written.action ?? 'create') !== 'create') return []
    const about = onRequest ?? onIssue
    if (!about) return []
    const url = written.url ?? ''
    const named = subjectOf(onRequest ? 'change_request' : 'issue', {
      ...about,
      url: about.url ?? url.split('#')[0],
    })
    const body = (written.note ?? '').slice(0, MAX_COMMENT_LENGTH)
    const place = written.position
    return [
      {
        kind: 'comment',
        subject: named,
        comment: { id: written.id, body, url, ...(place ? { place } : {}) },
      },
    ]
  })

const pipeline = z
  .object({
    object_attributes: z.object({
      id,
      sha: z.string(),
      ref: z.string().nullish(),
      tag: z.boolean().nullish(),
      status: z.string(),
      url: z.string().nullish(),
      name: z.string().nullish(),
    }),
  })
  .transform(({ object_attributes: about }): Told[] => [
    {
      kind: 'pipeline',
      commit: about.sha,
      branch: about.tag ? null : (about.ref ?? null),
      state: stateOf(about.status),
      name: about.name ?? `Pipeline ${about.id}`,
      url: about.url ?? null,
    },
  ])

const build = z
  .object({
    ref: z.string().nullish(),
    tag: z.boolean().nullish(),
    sha: z.string(),
    build_id: id,
    build_name: z.string(),
    build_status: z.string(),
    project: z.object({ web_url: z.string().nullish() }).nullish(),
  })
  .transform(({ ref, tag, sha, build_id: job, build_name: name, build_status: status, project }): Told[] => [
    {
      kind: 'pipeline',
      commit: sha,
      branch: tag ? null : (ref ?? null),
      state: stateOf(status),
      name,
      url: project?.web_url ? `${project.web_url}/-/jobs/${job}` : null,
    },
  ])

const repository = (change: 'renamed' | 'deleted' | 'changed') =>
  z.object({}).transform((): Told[] => [{ kind: 'repository', change }])

/** By `object_kind`, of a system hook by `event_name`. What is not here is taken and ignored. */
export const payloads: Record<string, ZodType<Told[]>> = {
  push,
  merge_request: mergeRequest,
  issue,
  work_item: issue,
  note,
  pipeline,
  build,
  project_rename: repository('renamed'),
  project_transfer: repository('renamed'),
  project_destroy: repository('deleted'),
  project_update: repository('changed'),
}
