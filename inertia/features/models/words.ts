export const PROVIDERS = [
  { value: 'openai', label: 'OpenAI', models: 'gpt-6-luna, gpt-6-sol, gpt-6-astra' },
  { value: 'anthropic', label: 'Anthropic', models: 'claude-haiku-5-5, claude-sonnet-5-5, claude-opus-5-5' },
  {
    value: 'mistral',
    label: 'Mistral',
    models: 'mistral-small-2603, mistral-large-2512, mistral-medium-3-5',
  },
  { value: 'ollama', label: 'Ollama', models: '' },
  { value: 'openai-compatible', label: 'OpenAI-compatible server', models: '' },
] as const

export type Provider = (typeof PROVIDERS)[number]['value']

export const providerLabel = (provider: string) =>
  PROVIDERS.find(({ value }) => value === provider)?.label ?? provider

/** Servers that stand somewhere of the team's own. */
export const hasAddress = (provider: string) => provider === 'ollama' || provider === 'openai-compatible'

export const REGIONS = [
  { value: 'us', label: 'United States' },
  { value: 'eu', label: 'European Union' },
  { value: 'local', label: 'Our own machines' },
  { value: 'elsewhere', label: 'Elsewhere' },
] as const

export const KINDS = [
  { value: 'plan', label: 'Planning' },
  { value: 'edit', label: 'Writing the change' },
  { value: 'test', label: 'Writing tests' },
  { value: 'review', label: 'Reviewing' },
  { value: 'explain', label: 'Explaining' },
] as const

export const kindLabel = (kind: string) => KINDS.find(({ value }) => value === kind)?.label ?? kind

/** Names in a list as one types them. */
export const namesIn = (text: unknown): string[] =>
  String(text ?? '')
    .split(/[\s,]+/)
    .filter((name) => name !== '')

/** Micro-dollars of what was typed as dollars; null when nothing was. */
export function microsOf(dollars: unknown): number | null {
  const amount = typeof dollars === 'string' && dollars.trim() !== '' ? Number(dollars) : Number.NaN
  return Number.isFinite(amount) ? Math.round(amount * 1_000_000) : null
}

export const dollarsOf = (micros: number | null): string =>
  micros === null ? '' : String(micros / 1_000_000)

export const limitWord = (micros: number | null) =>
  micros === null ? 'no limit' : `$${(micros / 1_000_000).toLocaleString('en', { maximumFractionDigits: 2 })}`

/** Of the first day of a month, as the server counts it. */
export const monthName = (month: string) =>
  new Date(`${month}T00:00:00Z`).toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })
