import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop } from './stop.ts'
import { writeWholeFile } from './whole_file.ts'

const anyAddress = new Set(['0.0.0.0', '::', ''])

/** @throws Stop when the variable holds anything but a port number */
export function portFrom(variable: string, fallback: number): number {
  const value = process.env[variable] || String(fallback)
  const port = Number(value)
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port
  throw new Stop(`${variable} must be a port number from 1 to 65535 such as ${fallback}, not "${value}".`)
}

export interface Address {
  host: string
  port: number
  /** How people reach it. */
  appUrl: string
  /** How processes of this machine reach it. */
  localUrl: string
}

/** @throws Stop when PORT is malformed */
export function addressFromEnvironment(): Address {
  const host = process.env.HOST || '127.0.0.1'
  const port = portFrom('PORT', 3333)
  const inUrl = (name: string) => (name.includes(':') ? `[${name}]` : name)
  const named = anyAddress.has(host) || host === '127.0.0.1' ? 'localhost' : inUrl(host)
  return {
    host,
    port,
    appUrl: process.env.APP_URL || `http://${named}:${port}`,
    localUrl: `http://${anyAddress.has(host) ? '127.0.0.1' : inUrl(host)}:${port}`,
  }
}

/** Made once per installation and kept in the data folder, unless the operator sets APP_KEY. */
export function appKey(dataDir: string) {
  if (process.env.APP_KEY) return process.env.APP_KEY
  const file = join(dataDir, 'app.key')
  if (!existsSync(file)) writeWholeFile(file, randomBytes(32).toString('base64url'))
  return readFileSync(file, 'utf8').trim()
}

const shared = ['PATH', 'HOME', 'LANG', 'TZ', 'LOG_LEVEL', 'NODE_EXTRA_CA_CERTS', 'HTTPS_PROXY', 'NO_PROXY']
const ofEngine = /^(OPENAI_|ANTHROPIC_|MISTRAL_|OLLAMA_|AGENTOPS_MODELS|ENGINE_)/
const ofApp =
  /^(API_|APP_KEY_PREVIOUS$|SESSION_|REDIS_|GITHUB_|GITLAB_|STRIPE_|SENTRY_|SMTP_|MAIL_|SIGN_UP$|SANDBOX_|WORKER_|GIT_AUTHOR_|BILLING_|TERMS_|PRIVACY_|OPERATOR_|LEAKED_PASSWORDS_|MIRROR_|HTTP_PROXY$|https?_proxy$|no_proxy$)/

function pick(test: (name: string) => boolean): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => shared.includes(name) || test(name))
  )
}

/** Model keys go to the engine and nowhere else; database and git credentials never reach it. */
export const engineEnvironment = (own: NodeJS.ProcessEnv) => ({
  ...pick((name) => ofEngine.test(name)),
  ...own,
})
export const appEnvironment = (own: NodeJS.ProcessEnv) => ({ ...pick((name) => ofApp.test(name)), ...own })
