import { keepLineWhileHidden } from './hidden_lines'
import { openLine } from './line'

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
  let hangUp: (() => void) | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let closed = false

  function after(milliseconds: number, run: () => void) {
    clearTimeout(timer)
    timer = setTimeout(run, milliseconds)
  }

  function drop() {
    hangUp?.()
    hangUp = null
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
    hangUp?.()
    hangUp = null
  }

  function connect() {
    if (closed) return
    hangUp?.()
    after(CONNECT_MS, drop)
    hangUp = openLine<Message>(channel, {
      onOpen: () => {
        failures = 0
        heard()
        handlers.onUp()
      },
      onSign: heard,
      onMessage: handlers.onMessage,
      onFail: drop,
    })
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
