import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JWK } from 'jose'
import { z } from 'zod'
import { modelRef, type ProviderName, parseModelRef } from '../contract/models.ts'

/** Cheap to strong, for each provider whose key is set while AGENTOPS_MODELS is not. */
export const defaultModels = {
  openai: 'gpt-6-luna,gpt-6-sol,gpt-6-astra',
  anthropic: 'anthropic:claude-haiku-5-5,anthropic:claude-sonnet-5-5,anthropic:claude-opus-5-5',
  mistral: 'mistral:mistral-small-2603,mistral:mistral-large-2512,mistral:mistral-medium-3-5',
} as const

function url(name: string, example: string) {
  return z.string().refine((value) => /^https?:$/.test(protocolOf(value)), {
    error: `${name} must be an http(s) address such as ${example}`,
  })
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : ''
}

const withoutTrailingSlash = (value: string) => value.replace(/\/+$/, '')

function key(name: string) {
  return z
    .string()
    .refine((value) => /^[\x21-\x7e]+$/.test(value), {
      error: `${name} must be one line of printable characters without spaces`,
    })
    .optional()
}

/** An address as the vendor's own SDK reads it: the version is no part of it. */
function withoutVersion(name: string, fallback: string) {
  return url(name, fallback)
    .transform(withoutTrailingSlash)
    .refine((value) => !value.endsWith('/v1'), { error: `${name} must not end in /v1, such as ${fallback}` })
    .default(fallback)
}

function privateJwk(value: string): JWK | null {
  try {
    const jwk = JSON.parse(value) as JWK
    return jwk.kty === 'RSA' && typeof jwk.d === 'string' ? jwk : null
  } catch {
    return null
  }
}

const schema = z.object({
  ENGINE_PORT: z
    .string()
    .default('3334')
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, {
      error: 'ENGINE_PORT must be a port number from 0 to 65535, such as 3334',
    })
    .transform(Number),
  HOST: z.string().default('127.0.0.1'),
  APP_URL: url('APP_URL', 'http://127.0.0.1:3333')
    .default('http://127.0.0.1:3333')
    .transform(withoutTrailingSlash),
  ENGINE_JWKS_URL: url('ENGINE_JWKS_URL', 'http://127.0.0.1:3333/.well-known/jwks.json').optional(),
  ENGINE_DATA_DIR: z.string().default(join(tmpdir(), 'agentops-engine')),
  OPENAI_API_KEY: key('OPENAI_API_KEY'),
  OPENAI_BASE_URL: url('OPENAI_BASE_URL', 'https://api.openai.com/v1')
    .transform(withoutTrailingSlash)
    .refine((value) => value.endsWith('/v1'), {
      error: 'OPENAI_BASE_URL must end in /v1, such as https://api.openai.com/v1',
    })
    .default('https://api.openai.com/v1'),
  ANTHROPIC_API_KEY: key('ANTHROPIC_API_KEY'),
  ANTHROPIC_BASE_URL: withoutVersion('ANTHROPIC_BASE_URL', 'https://api.anthropic.com'),
  MISTRAL_API_KEY: key('MISTRAL_API_KEY'),
  MISTRAL_BASE_URL: withoutVersion('MISTRAL_BASE_URL', 'https://api.mistral.ai'),
  OLLAMA_BASE_URL: url('OLLAMA_BASE_URL', 'http://127.0.0.1:11434')
    .transform((value) => withoutTrailingSlash(value).replace(/\/(v1|api)$/, ''))
    .optional(),
  AGENTOPS_MODELS: z
    .string()
    .transform((value) => value.split(',').map((name) => name.trim()))
    .refine((names) => names.every((name) => modelRef.safeParse(name).success), {
      error: `AGENTOPS_MODELS must be model names separated by commas, cheapest first, such as ${defaultModels.openai}`,
    })
    .optional(),
  ENGINE_PRIVATE_ADDRESSES: z
    .enum(['true', 'false'], { error: 'ENGINE_PRIVATE_ADDRESSES must be true or false' })
    .default('false')
    .transform((value) => value === 'true'),
  ENGINE_PRIVATE_KEY: z
    .string()
    .refine((value) => privateJwk(value) !== null, {
      error: 'ENGINE_PRIVATE_KEY must be an RSA private key as one line of JSON (JWK)',
    })
    .optional(),
})

export interface ProviderAccess {
  /** Null for servers that ask for none. */
  apiKey: string | null
  baseUrl: string
}

export interface Env {
  port: number
  host: string
  /** Where the app is reached, without a slash at the end. */
  appUrl: string
  jwksUrl: string
  dataDir: string
  /** What the installation itself has keys for; empty: only recipes work, unless a team brings its own. */
  providers: Partial<Record<ProviderName, ProviderAccess>>
  /** Those of the providers above, cheapest first. */
  models: string[]
  /** Whether addresses that teams enter may be of this network. */
  privateAddresses: boolean
  /** To be shared by all instances; null: each makes its own at start. */
  privateKey: JWK | null
}

/** Thrown for malformed variables; the message has one sentence per variable, without its value. */
export class EnvError extends Error {}

/**
 * Reads the configuration. An empty variable counts as missing; a missing optional one switches
 * its feature off; a malformed one throws `EnvError`.
 */
export function loadEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new EnvError(parsed.error.issues.map((issue) => issue.message).join('\n'))
  const env = parsed.data
  const providers = providersOf(env)
  return {
    port: env.ENGINE_PORT,
    host: env.HOST,
    appUrl: env.APP_URL,
    jwksUrl: env.ENGINE_JWKS_URL ?? `${env.APP_URL}/.well-known/jwks.json`,
    dataDir: env.ENGINE_DATA_DIR,
    providers,
    models: (env.AGENTOPS_MODELS ?? modelsOf(providers)).filter(
      (ref) => providers[parseModelRef(ref).provider]
    ),
    privateAddresses: env.ENGINE_PRIVATE_ADDRESSES,
    privateKey: env.ENGINE_PRIVATE_KEY ? privateJwk(env.ENGINE_PRIVATE_KEY) : null,
  }
}

function providersOf(env: z.infer<typeof schema>): Env['providers'] {
  const { OPENAI_API_KEY, ANTHROPIC_API_KEY, MISTRAL_API_KEY, OLLAMA_BASE_URL } = env
  return {
    ...(OPENAI_API_KEY ? { openai: { apiKey: OPENAI_API_KEY, baseUrl: env.OPENAI_BASE_URL } } : {}),
    ...(ANTHROPIC_API_KEY
      ? { anthropic: { apiKey: ANTHROPIC_API_KEY, baseUrl: env.ANTHROPIC_BASE_URL } }
      : {}),
    ...(MISTRAL_API_KEY ? { mistral: { apiKey: MISTRAL_API_KEY, baseUrl: env.MISTRAL_BASE_URL } } : {}),
    ...(OLLAMA_BASE_URL ? { ollama: { apiKey: null, baseUrl: OLLAMA_BASE_URL } } : {}),
  }
}

function modelsOf(providers: Env['providers']): string[] {
  return Object.entries(defaultModels)
    .filter(([name]) => providers[name as ProviderName])
    .flatMap(([, refs]) => refs.split(','))
}
