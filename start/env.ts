import { Env } from '@adonisjs/core/env'

const MIN_KEY_LENGTH = 16
const secret = Env.schema.secret()

/** A rule for addresses of servers; says what was expected, never the value: it may hold a password. */
const address = (protocols: string[], example: string) => (name: string, value?: string) => {
  if (!value) return undefined
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value
  throw new Error(`${name} must be an address such as ${example}`)
}

/** A rule for a count from 0 to `most`; `otherwise` when unset. */
const wholeNumber = (most: number, otherwise: number) => (name: string, value?: string) => {
  const number = Number(value || otherwise)
  if (Number.isInteger(number) && number >= 0 && number <= most) return number
  throw new Error(`${name} must be a whole number from 0 to ${most}, such as ${otherwise}`)
}

const appId = (name: string, value?: string) => {
  if (!value) return undefined
  if (/^[1-9]\d{0,14}$/.test(value)) return Number(value)
  throw new Error(`${name} must be the number that GitHub shows as the app's App ID, such as 123456`)
}

/** A key as a file would hold it, on one line with `\n` for its breaks, or as base64 of the file. */
const privateKey = (name: string, value?: string) => {
  if (!value) return undefined
  const text = value.includes('-----BEGIN') ? value : Buffer.from(value, 'base64').toString()
  const pem = text.replaceAll('\\n', '\n')
  if (/^-----BEGIN (RSA )?PRIVATE KEY-----\n[\s\S]+-----END (RSA )?PRIVATE KEY-----\s*$/.test(pem)) return pem
  throw new Error(`${name} must be the .pem file that GitHub generated for the app, or its base64`)
}

const webhookSecret = (name: string, value?: string) => {
  if (!value || value.length >= MIN_KEY_LENGTH) return value || undefined
  throw new Error(`${name} must be at least ${MIN_KEY_LENGTH} characters of randomness`)
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
  /** Earlier keys, the newest first, with commas between: what they encrypted stays readable. */
  APP_KEY_PREVIOUS: (name, value) => {
    if (!value) return undefined
    if (value.split(',').every((key) => key.trim().length >= MIN_KEY_LENGTH)) return secret(name, value)
    throw new Error(`${name} must be keys of at least ${MIN_KEY_LENGTH} characters, with commas between`)
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
  /** The way out of a closed network, for git hosts and git; lower case counts, too. */
  HTTPS_PROXY: Env.schema.string.optional(),
  https_proxy: Env.schema.string.optional(),
  HTTP_PROXY: Env.schema.string.optional(),
  http_proxy: Env.schema.string.optional(),
  NO_PROXY: Env.schema.string.optional(),
  no_proxy: Env.schema.string.optional(),

  /** How many GiB of copies of repositories this machine keeps; 20 when unset. */
  MIRROR_DISK_GB: Env.schema.number.optional(),
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

  /** Sign-in and repositories of GitHub and GitLab; the addresses default to the vendors' own. */
  GITHUB_CLIENT_ID: Env.schema.string.optional(),
  GITHUB_CLIENT_SECRET: Env.schema.string.optional(),
  GITHUB_URL: address(['http:', 'https:'], 'https://github.com'),
  GITHUB_API_URL: address(['http:', 'https:'], 'https://api.github.com'),
  GITLAB_CLIENT_ID: Env.schema.string.optional(),
  GITLAB_CLIENT_SECRET: Env.schema.string.optional(),
  GITLAB_URL: address(['http:', 'https:'], 'https://gitlab.com'),
  GITLAB_API_URL: address(['http:', 'https:'], 'https://gitlab.com/api/v4'),
  /** A GitHub App instead of an OAuth app: short-lived tokens for chosen repositories. */
  GITHUB_APP_ID: appId,
  /** The app's key as GitHub hands it out; line breaks may be written `\\n`, or the whole as base64. */
  GITHUB_APP_PRIVATE_KEY: privateKey,
  /** For webhooks that were not made by AgentOps: an app's, a group's, a system's. Without one they are refused. */
  GITHUB_WEBHOOK_SECRET: webhookSecret,
  GITLAB_WEBHOOK_SECRET: webhookSecret,

  /** Where mails are sent; without it they become files in DATA_DIR/mail. */
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtp://user:password@mail.example.org:587'),
  /** The sender's address; `no-reply@` and the host of APP_URL when unset. */
  MAIL_FROM: Env.schema.string.optional({ format: 'email' }),
  /** Where new passwords are looked up by a part of their hash, see docs/security.md; nowhere when unset. */
  LEAKED_PASSWORDS_URL: address(['http:', 'https:'], 'https://api.pwnedpasswords.com'),
  /** `invited`: only who was invited may sign up. When unset: `open`, on one machine that others can reach `invited`. */
  SIGN_UP: Env.schema.enum.optional(['open', 'invited'] as const),

  /** Terms and privacy notice of the operator's own; without these, what AgentOps says about itself. */
  TERMS_URL: address(['http:', 'https:'], 'https://example.org/terms'),
  PRIVACY_URL: address(['http:', 'https:'], 'https://example.org/privacy'),
  /** Of both together; everybody is asked once when it is another. Follows from the addresses when unset. */
  TERMS_VERSION: (name, value) => {
    if (!value?.trim()) return undefined
    if (value.trim().length <= 80) return value.trim()
    throw new Error(`${name} must have 80 characters at most, such as 2026-11-21`)
  },
  /** Whom to ask about the data of this installation: an address or a sentence, shown under the texts. */
  OPERATOR_CONTACT: Env.schema.string.optional(),

  SESSION_DRIVER: Env.schema.enum.optional(['cookie', 'memory', 'database'] as const),
  GIT_AUTHOR_NAME: Env.schema.string.optional(),
  GIT_AUTHOR_EMAIL: Env.schema.string.optional(),

  /** Turns billing on. Without it every team has the plan of BILLING_DEFAULT_PLAN. */
  STRIPE_SECRET_KEY: Env.schema.secret.optional(),
  /** What Stripe signs its webhooks with; while it is changed, the old and the new one with a comma between. */
  STRIPE_WEBHOOK_SECRET: Env.schema.secret.optional(),
  STRIPE_API_URL: address(['http:', 'https:'], 'https://api.stripe.com'),
  /** Prices to use instead of those that `billing:sync` makes, for monthly plans. */
  STRIPE_PRICE_SOLO: Env.schema.string.optional(),
  STRIPE_PRICE_TEAM: Env.schema.string.optional(),
  BILLING_DEFAULT_PLAN: Env.schema.enum.optional(['self_hosted', 'free', 'solo', 'team'] as const),
  BILLING_TRIAL_DAYS: wholeNumber(730, 14),
  BILLING_GRACE_DAYS: wholeNumber(60, 7),
  BILLING_READ_ONLY_DAYS: wholeNumber(365, 14),
  /** Lets Stripe Tax compute and add taxes; it must have been set up there. */
  BILLING_AUTOMATIC_TAX: Env.schema.boolean.optional(),
  /** Asks companies for their tax id when they buy. */
  BILLING_TAX_ID: Env.schema.boolean.optional(),
})
