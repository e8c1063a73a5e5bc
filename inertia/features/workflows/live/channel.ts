import { Transmit } from '@adonisjs/transmit-client'
import { keepLineWhileHidden } from './hidden_lines'
import { randomId } from './random_id'

export interface ChannelHandlers<Message> {
  onMessage: (message: Message) => void
  /**
   * The subscription holds, for the first time or again: whatever was sent before may have been missed, with or
   * without an `onDown` (a page that nobody sees may have given its line away).
   */
  onUp: () => void
  onDown: () => void
}

/** The server speaks at least every 30 s, so a longer silence means that the line is dead without saying so. */
const SILENCE_MS = 75_000
const CONNECT_MS = 10_000
const PAUSES_MS = [500, 1000, 2000, 4000, 8000]

/**
 * Listens to one live channel until the returned function is called. Whatever breaks the line (a restart, a
 * proxy's error page, sleep, silence), it is built anew, with growing pauses and at once when the network is back.
 * A page in the background may rest until it is looked at again.
 */
export function openChannel<Message>(channel: string, handlers: ChannelHandlers<Message>): () => void {
  let transmit: Transmit | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let closed = false

  function after(milliseconds: number, run: () => void) {
    clearTimeout(timer)
    timer = setTimeout(run, milliseconds)
  }

  function drop() {
    transmit?.close()
    transmit = null
    if (closed) return
    handlers.onDown()
    after(PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)]!, connect)
    failures += 1
  }

  function heard() {
    after(SILENCE_MS, drop)
  }

  function rest() {
    clearTimeout(timer)
    timer = undefined
    transmit?.close()
    transmit = null
  }

  function connect() {
    if (closed) return
    transmit?.close()
    after(CONNECT_MS, drop)
    const current = new Transmit({
      baseUrl: window.location.origin,
      uidGenerator: randomId,
      eventSourceFactory: (url, options) => {
        const source = new EventSource(url, options)
        source.addEventListener('message', () => current === transmit && heard())
        source.addEventListener('error', () => current === transmit && drop())
        return source
      },
      onSubscribeFailed: () => current === transmit && drop(),
      onSubscription: () => {
        if (current !== transmit) return
        failures = 0
        heard()
        handlers.onUp()
      },
    })
    transmit = current
    const subscription = current.subscription(channel)
    subscription.onMessage<Message>((message) => current === transmit && handlers.onMessage(message))
    // Asked for before the line stands, the client would ask again ten times a second, even when it is closed.
    current.on('connected', () => current === transmit && void subscription.create())
  }

  function retryNow() {
    if (timer && failures > 0) connect()
  }

  const endHiding = keepLineWhileHidden({ rest, resume: connect })
  window.addEventListener('online', retryNow)
  return () => {
    closed = true
    rest()
    endHiding()
    window.removeEventListener('online', retryNow)
  }
}
