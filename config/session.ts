import { defineConfig, stores } from '@adonisjs/session'
import { secureCookies } from '#config/app'
import env from '#start/env'

export default defineConfig({
  enabled: true,
  cookieName: 'agentops_session',
  clearWithBrowser: false,
  age: '14d',
  cookie: { path: '/', httpOnly: true, secure: secureCookies, sameSite: 'lax' },
  store: env.get('SESSION_DRIVER') ?? 'database',
  stores: {
    cookie: stores.cookie(),
    database: stores.database({ connectionName: 'app', tableName: 'sessions' }),
  },
})
