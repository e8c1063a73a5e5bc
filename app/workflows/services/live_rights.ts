import logger from '@adonisjs/core/services/logger'
import transmit from '@adonisjs/transmit/services/main'
import { standingSessions } from '#accounts/queries/standing_sessions'
import { mayListen } from '#workflows/queries/may_listen'

const INTERVAL_MS = 10_000

/** A person's open stream. */
export interface LiveLine {
  personId: string
  /** Of the session that opened it; null where sessions are no rows. */
  sessionKey: string | null
  hangUp: () => void
}

/** By the name of the stream. */
const lines = new Map<string, LiveLine>()

export const holdLine = (stream: string, line: LiveLine) => void lines.set(stream, line)
export const dropLine = (stream: string) => void lines.delete(stream)

/** Ends what was opened in a session that has ended, or that sees for somebody else now. */
async function reviewSessions() {
  const held = [...lines.values()].filter(({ sessionKey }) => sessionKey !== null)
  const standing = await standingSessions(held.map(({ sessionKey }) => sessionKey!))
  for (const { sessionKey, personId, hangUp } of held) if (standing.get(sessionKey!) !== personId) hangUp()
}

/** Takes from each open stream the channels that its person may not read any more; one that has none left ends. */
async function reviewChannels() {
  for (const [stream, channels] of [...transmit.getManager().getAllSubscribers()]) {
    const line = lines.get(stream.getUid())
    if (!line || channels.size === 0) continue
    for (const channel of [...channels])
      if (!(await mayListen(line.personId, channel))) channels.delete(channel)
    if (channels.size === 0) line.hangUp()
  }
}

export async function reviewLiveRights() {
  await reviewSessions()
  await reviewChannels()
}

/**
 * Somebody who was signed out, suspended or removed from a team stops hearing of it within ten seconds; the
 * returned function ends the reviews.
 */
export function startLiveRights() {
  let timer: NodeJS.Timeout
  let stopped = false
  const review = async () => {
    await reviewLiveRights().catch((error) =>
      logger.warn({ err: error }, 'the rights of live streams could not be looked at')
    )
    if (!stopped) timer = setTimeout(review, INTERVAL_MS).unref()
  }
  timer = setTimeout(review, INTERVAL_MS).unref()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
