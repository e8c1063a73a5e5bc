import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Made once per installation and kept in the data folder, unless the operator sets APP_KEY. */
export function appKey(dataDir: string) {
  if (process.env.APP_KEY) return process.env.APP_KEY
  const file = join(dataDir, 'app.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

const shared = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'LOG_LEVEL', 'NODE_EXTRA_CA_CERTS', 'HTTPS_PROXY', 'NO_PROXY']
const ofEngine = /^(OPENAI_|ANTHROPIC_|MISTRAL_|OLLAMA_|AGENTOPS_MODELS|ENGINE_)/
const ofApp =
  /^(SESSION_|REDIS_|GITHUB_|GITLAB_|STRIPE_|SENTRY_|SMTP_|SANDBOX_|WORKER_|GIT_AUTHOR_|BILLING_)/

function pick(test: (name: string) => boolean): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => shared.includes(name) || test(name)))
}

/** Model keys go to the engine and nowhere else; database and git credentials never reach it. */
export const engineEnvironment = (own: NodeJS.ProcessEnv) => ({ ...pick((name) => ofEngine.test(name)), ...own })
export const appEnvironment = (own: NodeJS.ProcessEnv) => ({ ...pick((name) => ofApp.test(name)), ...own })

