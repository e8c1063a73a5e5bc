import logger from '@adonisjs/core/services/logger'
import transmit from '@adonisjs/transmit/services/main'
import { ownerOfStream } from '#shared/live/stream_uid'
import { mayListen } from '#workflows/queries/may_listen'

const INTERVAL_MS = 10_000

/** Takes from each open stream the channels that its person may not read any more. */
export async function reviewLiveRights() {
  for (const [stream, channels] of [...transmit.getManager().getAllSubscribers()]) {
    const owner = ownerOfStream(stream.getUid())
    if (!owner) continue
    for (const channel of [...channels]) if (!(await mayListen(owner, channel))) channels.delete(channel)
  }
}

/** Somebody who has left a team stops hearing of it within ten seconds; the returned function ends the reviews. */
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
