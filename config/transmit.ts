import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/transmit'
import { postgresTransport } from '#shared/live/postgres_transport'
import env from '#start/env'

/** One-off commands neither listen nor publish, and must end when their work is done. */
function speaks() {
  if (app.getMode() === 'warmup') return false
  return app.getEnvironment() === 'web' || app.getEnvironment() === 'test' || process.argv.includes('worker')
}

async function driver() {
  const url = env.get('REDIS_URL')
  if (!url) return () => postgresTransport(env.get('DATABASE_URL'))
  const { redis } = await import('@adonisjs/transmit/transports/redis')
  const { hostname, port, username, password } = new URL(url)
  return redis({
    host: hostname,
    port: Number(port || 6379),
    username,
    password: decodeURIComponent(password),
  })
}

export default defineConfig({
  pingInterval: '30s',
  transport: speaks() ? { driver: await driver() } : null,
})
