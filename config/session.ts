import { defineConfig, stores } from '@adonisjs/session'
import { AccountSessionStore } from '#accounts/sessions/session_store'
import { secureCookies } from '#config/app'
import env from '#start/env'

export default defineConfig({
  enabled: true,
  cookieName: 'agentops_session',
  // A session that is to be remembered gets a cookie with an age, see app/accounts/services/sign_in.ts.
  clearWithBrowser: true,
  cookie: { path: '/', httpOnly: true, secure: secureCookies, sameSite: 'lax' },
  store: env.get('SESSION_DRIVER') ?? 'database',
  stores: {
    cookie: stores.cookie(),
    database: (ctx, config) => new AccountSessionStore(ctx, config),
  },
})
