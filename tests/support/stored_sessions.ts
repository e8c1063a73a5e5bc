import { configProvider } from '@adonisjs/core'
import app from '@adonisjs/core/services/app'
import emitter from '@adonisjs/core/services/emitter'
import SessionMiddleware from '@adonisjs/session/session_middleware'
import type { ResolvedSessionConfig } from '@adonisjs/session/types'

/** For a group of tests: sessions are kept as an installation keeps them, `group.setup(storedSessions)`. */
export async function storedSessions() {
  const config = await configProvider.resolve<ResolvedSessionConfig>(app, app.config.get('session'))
  const stored = new SessionMiddleware({ ...config!, store: 'database' }, emitter)
  app.container.swap(SessionMiddleware, () => stored)
  return () => app.container.restore(SessionMiddleware)
}
