import { Env } from '@adonisjs/core/env'

const MIN_KEY_LENGTH = 16
const secret = Env.schema.secret()

/** A rule for addresses of servers; says what was expected, never the value: it may hold a password. */
const address = (protocols: string[], example: string) => (name: string, value?: string) => {
  if (!value) return undefined
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value
  throw new Error(`${name} must be an address such as ${example}`)
}

const postgres = address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/agentops')

/** The only place of the app that reads the process environment. */
export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  LOG_LEVEL: Env.schema.enum.optional([
    'fatal',
    'error',
    'warn',
    'info',
    'debug',
    'trace',
    'silent',
  ] as const),

  APP_KEY: (name, value) => {
    if (!value || value.length >= MIN_KEY_LENGTH) return secret(name, value)
    throw new Error(`${name} must be at least ${MIN_KEY_LENGTH} characters of randomness`)
  },
  APP_URL: Env.schema.string({ format: 'url', tld: false }),
  HOST: Env.schema.string({ format: 'host' }),
  PORT: Env.schema.number(),

  /** The role the app runs as: neither owner of the tables nor allowed to bypass row-level security. */
  DATABASE_URL: (name, value) => {
    const url = postgres(name, value)
    if (url) return url
    throw new Error(`${name} is missing`)
  },
  /** The role that owns the tables; needed by migrations only. */
  DATABASE_OWNER_URL: postgres,
  REDIS_URL: address(['redis:', 'rediss:'], 'redis://host:6379'),

  ENGINE_URL: Env.schema.string({ format: 'url', tld: false }),

  PATH: Env.schema.string.optional(),

  /** Where mirrors, workspaces and the embedded database live. */
  DATA_DIR: Env.schema.string(),
  /** `true` when everything runs on one machine for one person or team: local paths may be added as remotes. */
  EMBEDDED: Env.schema.boolean.optional(),

  SANDBOX_DRIVER: Env.schema.enum.optional(['bubblewrap', 'docker', 'none'] as const),
  /** Comma-separated registry hosts that dependency installation may reach; empty means none. */
  SANDBOX_REGISTRIES: Env.schema.string.optional(),
  /** An npm cache folder (`…/_cacache`) that dependency installation may read. */
  SANDBOX_PACKAGE_CACHE: Env.schema.string.optional(),
  WORKER_CONCURRENCY: Env.schema.number.optional(),

  /** Requests that one API token may send in a minute; 30,000 when unset. */
  API_RATE_PER_MINUTE: (name, value) => {
    const requests = Number(value || 30_000)
    if (Number.isInteger(requests) && requests > 0) return requests
    throw new Error(`${name} must be a whole number of requests above 0, such as 600`)
  },

  SESSION_DRIVER: Env.schema.enum.optional(['cookie', 'memory', 'database'] as const),
  GIT_AUTHOR_NAME: Env.schema.string.optional(),
  GIT_AUTHOR_EMAIL: Env.schema.string.optional(),
})
