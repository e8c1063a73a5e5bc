import Stripe from 'stripe'
import env from '#start/env'

/** What a page or a job waits for Stripe at most, before the library tries once or twice again. */
const TIMEOUT_MS = 10_000
const RETRIES = 2

let opened: { client: Stripe; key: string; url: string } | null = null

/** Without a key, nothing is sold here. */
export const billingIsOn = () => env.get('STRIPE_SECRET_KEY') !== undefined

function open(key: string, url: string) {
  const { protocol, hostname, port } = new URL(url)
  return new Stripe(key, {
    protocol: protocol === 'http:' ? 'http' : 'https',
    host: hostname,
    port: port || (protocol === 'http:' ? '80' : '443'),
    timeout: TIMEOUT_MS,
    maxNetworkRetries: RETRIES,
    telemetry: false,
    appInfo: { name: 'AgentOps' },
  })
}

/**
 * Stripe's client. Every call that changes something names an idempotency key of its own: the library's
 * would be a new one with each try of ours.
 *
 * @throws when billing is off
 */
export function stripe(): Stripe {
  const key = env.get('STRIPE_SECRET_KEY')?.release()
  if (!key) throw new Error('STRIPE_SECRET_KEY is not set: billing is off')
  const url = env.get('STRIPE_API_URL') ?? 'https://api.stripe.com'
  if (opened?.key !== key || opened.url !== url) opened = { client: open(key, url), key, url }
  return opened.client
}

/** What webhooks are signed with; two while one follows the other. */
export function webhookSecrets(): string[] {
  const secrets = env.get('STRIPE_WEBHOOK_SECRET')?.release() ?? ''
  return secrets
    .split(',')
    .map((secret) => secret.trim())
    .filter(Boolean)
}
