import type { SMTPConfig } from '@adonisjs/mail/types'

const seconds = 1000

/**
 * What `SMTP_URL` says: `smtp://user:password@host:587` turns to TLS where the server offers it and insists on
 * it before a password is sent to another machine; `smtps://` speaks TLS from the first byte.
 */
export function smtpOptions(text: string): SMTPConfig {
  const url = new URL(text)
  const secure = url.protocol === 'smtps:'
  const user = decodeURIComponent(url.username)
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && user !== '' && !local,
    ...(user ? { auth: { type: 'login', user, pass: decodeURIComponent(url.password) } } : {}),
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
  }
}
