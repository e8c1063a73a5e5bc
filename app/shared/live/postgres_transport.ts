import type { TransmitConfig } from '@boringnode/transmit/types'
import pg from 'pg'
import { NotifyBatches } from './notify_batches.js'

type Transport = ReturnType<NonNullable<NonNullable<TransmitConfig['transport']>['driver']>>
type Handler = (payload: never) => void | Promise<void>

const RECONNECT_MS = 500
const DISCONNECT_MS = 3000

/**
 * Carries live messages between processes over LISTEN/NOTIFY when there is no Redis. The connection for
 * listening is kept apart from the pool and never holds a process open; when it breaks it is made anew.
 * A message may be lost while it is down: what is missing is fetched by sequence number, never assumed.
 */
export function postgresTransport(connectionString: string): Transport {
  const handlers = new Map<string, Handler>()
  const pool = new pg.Pool({ connectionString, max: 1, allowExitOnIdle: true })
  const batches = new NotifyBatches(pool)
  let id = ''
  let listener: pg.Client | null = null
  let connecting: Promise<void> | null = null
  let closed = false
  let onReconnect = () => {}

  pool.on('error', () => {})

  function lost(client: pg.Client) {
    if (listener !== client) return
    listener = null
    if (closed) return
    setTimeout(() => connect().then(onReconnect), RECONNECT_MS).unref()
  }

  async function open() {
    const client = new pg.Client({ connectionString, keepAlive: true })
    client.on('error', () => lost(client))
    client.on('end', () => lost(client))
    client.on('notification', ({ channel, payload }) => {
      const message = JSON.parse(payload!)
      if (message.busId !== id) handlers.get(channel)?.(message.payload as never)
    })
    await client.connect()
    ;(client as unknown as { unref: () => void }).unref()
    listener = client
    for (const channel of handlers.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
  }

  /** Never rejects: a rejection here would end processes that only wanted to boot. */
  async function connect(): Promise<void> {
    connecting ??= open()
      .catch(() => {
        if (!closed) setTimeout(() => void connect(), RECONNECT_MS).unref()
      })
      .finally(() => {
        connecting = null
      })
    return connecting
  }

  const transport: Transport = {
    setId(busId) {
      id = busId
      return transport
    },
    onReconnect(callback) {
      onReconnect = callback
    },
    async publish(channel, payload) {
      await batches.send(channel, { busId: id, payload })
    },
    async subscribe(channel, handler) {
      handlers.set(channel, handler as Handler)
      if (listener) await listener.query(`listen ${pg.escapeIdentifier(channel)}`).catch(() => {})
      else await connect()
    },
    async unsubscribe(channel) {
      handlers.delete(channel)
      await listener?.query(`unlisten ${pg.escapeIdentifier(channel)}`).catch(() => {})
    },
    async disconnect() {
      closed = true
      // Connections that hold no process open do not hold it until they are closed either: a timer does.
      const patience = setTimeout(() => {}, DISCONNECT_MS)
      await Promise.allSettled([listener?.end(), pool.end()])
      clearTimeout(patience)
    },
  }
  return transport
}
