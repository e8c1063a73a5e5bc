import { listen } from '#shared/live/channel_listener'
import type { StoredEvent } from '#workflows/enums/workflow_event'
import { listEvents } from '#workflows/queries/list_events'
import { type LiveMessage, workflowChannel } from '#workflows/services/live_channel'

export interface EventStreamOptions {
  teamId: string
  workflowId: string
  /** The last number the reader has; 0 for all. */
  after: number
  signal: AbortSignal
  /** Asked before each delivery and at each heartbeat; the stream ends when it says no. */
  mayGoOn: () => Promise<boolean>
  heartbeatMs?: number
}

const HEARTBEAT_MS = 15_000

/** Wakes its one sleeper when something was announced; what came while nobody slept is not forgotten. */
class Alarm {
  #rung = false
  #wake: (() => void) | null = null

  ring() {
    this.#rung = true
    this.#wake?.()
  }

  /** @returns whether it was rung; false when the time was up */
  async sleep(ms: number) {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    const rung = this.#rung
    this.#rung = false
    this.#wake = null
    return rung
  }
}

/**
 * The events of a workflow from a number on, each exactly once and in order, until the workflow has finished
 * and all of them are out. Yields null for a heartbeat.
 *
 * It listens before it first looks, and an announcement only makes it look again after the last number it
 * delivered: so nothing falls between the past and the present, and a lost announcement costs at most one
 * heartbeat.
 */
export async function* eventStream(options: EventStreamOptions): AsyncGenerator<StoredEvent | null, void> {
  const { teamId, workflowId, signal, mayGoOn, heartbeatMs = HEARTBEAT_MS } = options
  const alarm = new Alarm()
  let last = options.after
  const stop = listen(workflowChannel(workflowId), (message) => {
    if ((message as LiveMessage).to > last) alarm.ring()
  })
  const aborted = () => alarm.ring()
  signal.addEventListener('abort', aborted, { once: true })
  try {
    while (!signal.aborted && (await mayGoOn())) {
      const page = await listEvents(teamId, workflowId, last)
      for (const event of page.events) {
        yield event
        last = event.seq
      }
      if (page.lastSeq > last) continue
      if (page.status === 'finished') return
      if (!(await alarm.sleep(heartbeatMs))) yield null
    }
  } finally {
    stop()
    signal.removeEventListener('abort', aborted)
  }
}
