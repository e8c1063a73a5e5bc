import type { IncomingMessage, ServerResponse } from 'node:http'
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
  onBadUrl(_: IncomingMessage, response: ServerResponse) {
    const detail = 'The address cannot be decoded: a % in it has to be followed by two hexadecimal digits.'
    const problem = { type: 'about:blank', title: 'Bad Request', status: 400, detail }
    response.writeHead(400, {
      'content-type': 'application/problem+json',
      'x-content-type-options': 'nosniff',
    })
    response.end(JSON.stringify(problem))
  },
  cookie: { domain: '', path: '/', maxAge: '30d', httpOnly: true, secure: secureCookies, sameSite: 'lax' },
})
