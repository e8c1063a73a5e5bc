import { Writable } from 'node:stream'
import transmit from '@adonisjs/transmit/services/main'

type Handler = (message: unknown) => void

const UID = 'in-process'
const FRAME = 'data: '

const handlers = new Map<string, Set<Handler>>()
let connected = false

function deliver(frame: string) {
  if (!frame.startsWith(FRAME)) return
  const { channel, payload } = JSON.parse(frame.slice(FRAME.length)) as { channel: string; payload: unknown }
  for (const handler of [...(handlers.get(channel) ?? [])]) handler(payload)
}

/** Transmit hands messages to streams only, so all listeners of this process share one that ends here. */
function connect() {
  if (connected) return
  connected = true
  const sink = new Writable({
    decodeStrings: false,
    write(frame: string, _encoding, done) {
      deliver(frame)
      done()
    },
  })
  transmit.createStream({
    uid: UID,
    context: null,
    request: null,
    response: sink,
    injectResponseHeaders: {},
  } as never)
}

/**
 * Calls `handler` with each message of a live channel, from whichever process it came, without a connection
 * of its own to the database. A message can be lost while the bus reconnects; what must not be missed is
 * fetched by its number.
 *
 * @returns what ends the listening
 */
export function listen(channel: string, handler: Handler): () => void {
  connect()
  const known = handlers.get(channel)
  const set = known ?? new Set<Handler>()
  set.add(handler)
  if (!known) {
    handlers.set(channel, set)
    void transmit
      .getManager()
      .subscribe({ uid: UID, channel, context: null as never, skipAuthorization: true })
  }
  return () => {
    set.delete(handler)
    if (set.size > 0 || handlers.get(channel) !== set) return
    handlers.delete(channel)
    void transmit.getManager().unsubscribe({ uid: UID, channel, context: null as never })
  }
}
