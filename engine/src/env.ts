import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/** Cheap to strong; the router starts at the first and climbs on a red verdict. */
export const defaultModels = 'gpt-6-luna,gpt-6-sol,gpt-6-astra'

const modelName = /^[A-Za-z0-9][\w.:/@-]{0,127}$/

function url(name: string, example: string) {
  return z.string().refine((value) => /^https?:$/.test(protocolOf(value)), {
    error: `${name} must be an http(s) address such as ${example}`,
  })
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : ''
}

const withoutTrailingSlash = (value: string) => value.replace(/\/+$/, '')

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
  OPENAI_API_KEY: z
    .string()
    .refine((value) => /^[\x21-\x7e]+$/.test(value), {
      error: 'OPENAI_API_KEY must be one line of printable characters without spaces',
    })
    .optional(),
  OPENAI_BASE_URL: url('OPENAI_BASE_URL', 'https://api.openai.com/v1')
    .transform(withoutTrailingSlash)
    .refine((value) => value.endsWith('/v1'), {
      error: 'OPENAI_BASE_URL must end in /v1, such as https://api.openai.com/v1',
    })
    .default('https://api.openai.com/v1'),
  AGENTOPS_MODELS: z
    .string()
    .default(defaultModels)
    .transform((value) => value.split(',').map((name) => name.trim()))
    .refine((names) => names.every((name) => modelName.test(name)), {
      error: `AGENTOPS_MODELS must be model names separated by commas, cheapest first, such as ${defaultModels}`,
    }),
})

export interface Env {
  port: number
  host: string
  jwksUrl: string
  dataDir: string
  /** Null when no key is set: only recipes work then. */
  openai: { apiKey: string; baseUrl: string; models: string[] } | null
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
  return {
    port: env.ENGINE_PORT,
    host: env.HOST,
    jwksUrl: env.ENGINE_JWKS_URL ?? `${env.APP_URL}/.well-known/jwks.json`,
    dataDir: env.ENGINE_DATA_DIR,
    openai: env.OPENAI_API_KEY
      ? { apiKey: env.OPENAI_API_KEY, baseUrl: env.OPENAI_BASE_URL, models: env.AGENTOPS_MODELS }
      : null,
  }
}
