import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { payloads } from '#projects/git/gitlab/payloads'
import { isBotName } from '#projects/git/gitlab/shapes'
import type { HostUser } from '#projects/git/host_contract'
import type { HostDeliveries, HostEvent } from '#projects/git/host_events'

const id = z.union([z.number(), z.string()]).transform(String)
const user = z.object({ id: id.nullish(), username: z.string().nullish() }).nullish()

const envelope = z.object({
  object_kind: z.string().nullish(),
  event_name: z.string().nullish(),
  project: z.object({ id: id.nullish(), path_with_namespace: z.string().nullish() }).nullish(),
  project_id: id.nullish(),
  path_with_namespace: z.string().nullish(),
  user,
  user_id: id.nullish(),
  user_username: z.string().nullish(),
  object_attributes: z.object({ author_id: id.nullish() }).nullish(),
})

const sha256 = (value: string | Buffer) => createHash('sha256').update(value).digest()

/** https://docs.gitlab.com/user/project/integrations/webhooks */
export const gitlabDeliveries: HostDeliveries = {
  verify(header, _, secret) {
    const given = header('x-gitlab-token')
    // of one length, so that comparing tells nothing of how long the secret is
    return given !== undefined && timingSafeEqual(sha256(given), sha256(secret))
  },
  identify(header, body) {
    const event = header('x-gitlab-event')
    if (!event || event.length > 64) return null
    // older versions give the same number to events that follow from one another
    const key = header('idempotency-key')
    const digest = sha256(body).toString('hex').slice(0, 32)
    return {
      id: key && key.length <= 160 ? key : `${(header('x-gitlab-event-uuid') ?? '').slice(0, 64)}.${digest}`,
      event,
    }
  },
  parse(_, payload) {
    const about = envelope.safeParse(payload)
    if (!about.success) return { kind: 'malformed', why: why(about.error) }
    const { project, project_id, path_with_namespace: path, object_kind, event_name } = about.data
    const repositoryId = project?.id ?? project_id
    if (!repositoryId) return { kind: 'told', repository: null, events: [] }
    const repository = { id: repositoryId, path: project?.path_with_namespace ?? path ?? '' }
    const payloadOf = payloads[object_kind ?? event_name ?? '']
    if (!payloadOf) return { kind: 'told', repository, events: [] }
    const parsed = payloadOf.safeParse(payload)
    if (!parsed.success) return { kind: 'malformed', why: why(parsed.error) }
    const author = authorOf(about.data)
    return {
      kind: 'told',
      repository,
      events: parsed.data.map((told) => ({ ...told, repository, author }) as HostEvent),
    }
  },
}

function authorOf({
  object_kind,
  user: named,
  user_id,
  user_username,
  object_attributes,
}: z.infer<typeof envelope>): HostUser | null {
  const login = named?.username ?? user_username
  // A comment is its author's doing; an issue may be changed by somebody with fewer rights than its author has.
  const author = object_kind === 'note' ? object_attributes?.author_id : undefined
  const userId = named?.id ?? user_id ?? author
  return login && userId ? { id: userId, login, bot: isBotName(login) } : null
}

/** Where it differs, never what was there. */
const why = ({ issues: [issue] }: z.ZodError) => `${issue?.path.join('.')}: ${issue?.code}`.slice(0, 200)
