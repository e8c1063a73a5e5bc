import type { TeamKey } from '@agentops/engine/contract'
import { CompactEncrypt, importJWK, type JWK } from 'jose'
import { shortJson } from '#shared/engine/bounded_stream'
import { EngineError } from '#shared/engine/engine_error'
import env from '#start/env'

let current: Promise<JWK> | null = null

async function load(): Promise<JWK> {
  const address = new URL('/.well-known/jwks.json', env.get('ENGINE_URL'))
  const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) }).catch(() => null)
  const body = answer?.ok ? ((await shortJson(answer)) as { keys?: JWK[] } | null) : null
  const key = body?.keys?.find(({ kty, use }) => kty === 'RSA' && use === 'enc')
  if (!key)
    throw new EngineError('unreachable', 'The AI engine does not answer. It may be starting again.', true)
  return key
}

/** For when the engine says that it can not open what it was sent: it has started anew, with another key. */
export function forgetEngineKey() {
  current = null
}

/** Keys as only the engine can read them. */
export async function sealForEngine(keys: readonly TeamKey[]): Promise<string> {
  current ??= load().catch((error) => {
    current = null
    throw error
  })
  const jwk = await current
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(keys)))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', ...(jwk.kid ? { kid: jwk.kid } : {}) })
    .encrypt(await importJWK(jwk, 'RSA-OAEP-256'))
}
