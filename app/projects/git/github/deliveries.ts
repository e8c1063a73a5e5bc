import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { payloads } from '#projects/git/github/payloads'
import { userShape } from '#projects/git/github/shapes'
import type { HostDeliveries, HostEvent } from '#projects/git/host_events'

const envelope = z.object({
  repository: z
    .object({ id: z.union([z.number(), z.bigint()]).transform(String), full_name: z.string() })
    .nullish()
    .transform((found) => (found ? { id: found.id, path: found.full_name } : null)),
  installation: z.object({ id: z.union([z.number(), z.bigint()]).transform(String) }).nullish(),
  sender: userShape.nullish().transform((user) => user ?? null),
})

/** https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries */
export const githubDeliveries: HostDeliveries = {
  verify(header, body, secret) {
    const given = Buffer.from(header('x-hub-signature-256') ?? '')
    const right = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`)
    return given.length === right.length && timingSafeEqual(given, right)
  },
  identify(header) {
    const [id, event] = [header('x-github-delivery'), header('x-github-event')]
    return id && event && id.length <= 160 && event.length <= 64 ? { id, event } : null
  },
  parse(event, payload) {
    const about = envelope.safeParse(payload)
    if (!about.success) return { kind: 'malformed', why: why(about.error) }
    const { repository, sender: author } = about.data
    const told = { kind: 'told' as const, repository, installation: about.data.installation?.id }
    const payloadOf = payloads[event]
    if (!repository || !payloadOf) return { ...told, events: [] }
    const parsed = payloadOf.safeParse(payload)
    if (!parsed.success) return { kind: 'malformed', why: why(parsed.error) }
    const events = parsed.data.map((event) => ({ ...event, repository, author }) as HostEvent)
    return { ...told, events }
  },
}

/** Where it differs, never what was there. */
const why = ({ issues: [issue] }: z.ZodError) => `${issue?.path.join('.')}: ${issue?.code}`.slice(0, 200)
