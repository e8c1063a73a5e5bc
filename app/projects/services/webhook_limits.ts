import limiter from '@adonisjs/limiter/services/main'

/** Deliveries that nobody's secret stands for, from one address to one endpoint. */
const UNPROVEN_PER_MINUTE = 60
/** What one project's webhook may tell: a busy monorepo stays far below. */
const PER_PROJECT_PER_MINUTE = 1200
/** Bodies that are being read, of all deliveries together: nobody is known before a body has been read. */
const MAX_HELD_BYTES = 256 * 1024 * 1024
const SOON_SECONDS = 5

const unproven = limiter.use({ requests: UNPROVEN_PER_MINUTE, duration: 60 })
const perProject = limiter.use({ requests: PER_PROJECT_PER_MINUTE, duration: 60 })

let held = 0

export interface Sender {
  address: string
  /** Id of a project's webhook, or the host's name for the shared one. */
  endpoint: string
}

const keyOf = ({ address, endpoint }: Sender) => `webhook_unproven:${endpoint}:${address}`

/**
 * Whoever has sent too much that was not signed rightly is not read any more, to that endpoint. What is signed
 * rightly does not count, so that a large organisation is never slowed by its own events.
 *
 * @returns seconds to wait; null to go on
 */
export async function refusedFor(sender: Sender): Promise<number | null> {
  const key = keyOf(sender)
  if ((await unproven.remaining(key)) > 0) return null
  return Math.max(1, await unproven.availableIn(key))
}

export const countUnproven = (sender: Sender) => unproven.increment(keyOf(sender))

/** @returns seconds to wait where a project's webhook tells more than any repository does; null to go on */
export async function floodedFor(webhookId: string): Promise<number | null> {
  const key = `webhook:${webhookId}`
  if (await perProject.attempt(key, () => true)) return null
  return Math.max(1, await perProject.availableIn(key))
}

/**
 * Reads a body within what all that are being read may take together.
 *
 * @returns seconds to wait where too many are being read
 */
export async function whileHeld<T>(bytes: number, read: () => Promise<T>): Promise<T | number> {
  if (held > 0 && held + bytes > MAX_HELD_BYTES) return SOON_SECONDS
  held += bytes
  try {
    return await read()
  } finally {
    held -= bytes
  }
}
