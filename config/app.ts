import { defineConfig } from '@adonisjs/core/http'
import env from '#start/env'

export const appKey = env.get('APP_KEY')
export const appUrl = env.get('APP_URL')

/** Browsers drop secure cookies on plain HTTP, and a LAN installation has no TLS. */
export const secureCookies = appUrl.startsWith('https:')

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: false,
  useAsyncLocalStorage: false,
  cookie: { domain: '', path: '/', maxAge: '30d', httpOnly: true, secure: secureCookies, sameSite: 'lax' },
})
