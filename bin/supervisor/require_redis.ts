import { connect } from 'node:net'
import { Stop } from './stop.ts'

const PATIENCE_MS = 3000

/**
 * A Redis that is named must answer before anything is started: its clients would wait for it for ever.
 *
 * @throws Stop when nothing listens at REDIS_URL; does nothing when it is not set
 */
export async function requireRedis(redisUrl: string | undefined) {
  if (!redisUrl) return
  const { hostname, port } = new URL(redisUrl)
  const at = { host: hostname, port: Number(port || 6379) }
  const reason = await new Promise<string | null>((resolve) => {
    const socket = connect(at, () => resolve(null))
    socket.setTimeout(PATIENCE_MS, () => resolve('no answer'))
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    socket.on('connect', () => socket.destroy())
  })
  if (reason) {
    throw new Stop(
      `REDIS_URL names ${at.host}:${at.port}, where no Redis answers (${reason}). Start it, or leave REDIS_URL out.`
    )
  }
}
