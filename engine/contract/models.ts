import { z } from 'zod'

/** The protocols that the engine speaks; `openai-compatible` is any other server with chat completions. */
export const providerNames = ['openai', 'anthropic', 'mistral', 'ollama', 'openai-compatible'] as const
export const providerName = z.enum(providerNames)
export type ProviderName = z.infer<typeof providerName>

/**
 * Names a model: `gpt-6-luna` for OpenAI (or the server that stands at OPENAI_BASE_URL), otherwise
 * with its provider before it: `anthropic:claude-opus-5-5`, `ollama:qwen3:8b`.
 */
export const modelRef = z.string().regex(/^[A-Za-z0-9][\w.:/@-]{0,159}$/)

export const taskKinds = ['plan', 'edit', 'test', 'review', 'explain', 'embed'] as const
export const taskKind = z.enum(taskKinds)
export type TaskKind = z.infer<typeof taskKind>

export const difficulty = z.enum(['easy', 'middle', 'hard'])
export type Difficulty = z.infer<typeof difficulty>

/** How long a model may think, for those that can be told. */
export const effort = z.enum(['none', 'low', 'medium', 'high', 'xhigh'])
export type Effort = z.infer<typeof effort>

/** Where a provider handles what it is sent. */
export const region = z.enum(['us', 'eu', 'local', 'elsewhere'])
export type Region = z.infer<typeof region>

/** Who pays the provider for a call: the installation's own key, or the team's. */
export const payer = z.enum(['platform', 'team'])
export type Payer = z.infer<typeof payer>

export interface ParsedRef {
  provider: ProviderName
  name: string
}

/** Takes a reference apart; a bare name is OpenAI's. */
export function parseModelRef(ref: string): ParsedRef {
  const colon = ref.indexOf(':')
  const head = providerName.safeParse(ref.slice(0, Math.max(0, colon)))
  return head.success
    ? { provider: head.data, name: ref.slice(colon + 1) }
    : { provider: 'openai', name: ref }
}

/** The other way around. */
export function modelRefOf({ provider, name }: ParsedRef): string {
  return provider === 'openai' ? name : `${provider}:${name}`
}
