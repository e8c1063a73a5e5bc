import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey']

interface SigningKey {
  kid: string
  key: Key
}

/** After a rotation every process signs with the new key within this time, and no proxy needs a restart. */
const KEPT_MS = 60_000

let current: { key: Promise<SigningKey>; loadedAt: number } | null = null

async function createKey() {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const publicJwk = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(publicJwk)
  await db.table('signing_keys').insert({
    id: kid,
    public_jwk: JSON.stringify({ ...publicJwk, kid, alg: 'RS256', use: 'sig' }),
    private_jwk_encrypted: encryption.encrypt(JSON.stringify(await exportJWK(privateKey))),
  })
  return kid
}

/** Makes the first key of an installation; safe to call from several processes at once. */
export async function ensureSigningKey() {
  const row = await db.from('signing_keys').whereNull('retired_at').select('id').first()
  if (!row) await createKey()
}

async function load(): Promise<SigningKey> {
  const row = await db
    .from('signing_keys')
    .whereNull('retired_at')
    .orderBy('created_at', 'desc')
    .select('id', 'private_jwk_encrypted')
    .firstOrFail()
  const jwk = encryption.decrypt<string>(row.private_jwk_encrypted)
  if (!jwk) throw new Error('The signing key cannot be decrypted: APP_KEY is not the one it was stored with.')
  return { kid: row.id, key: (await importJWK(JSON.parse(jwk), 'RS256')) as Key }
}

/** The newest key that is not retired. */
export function signingKey(): Promise<SigningKey> {
  if (!current || Date.now() - current.loadedAt > KEPT_MS) {
    const key = load().catch((error) => {
      current = null
      throw error
    })
    current = { key, loadedAt: Date.now() }
  }
  return current.key
}

/** Makes a new key and retires the others; what they have signed stays valid until it expires by itself. */
export async function rotateSigningKey(): Promise<{ kid: string }> {
  const kid = await createKey()
  await db.from('signing_keys').whereNull('retired_at').whereNot('id', kid).update({ retired_at: new Date() })
  current = null
  return { kid }
}

/** Public halves, retired ones included while tokens signed with them (an hour at most) may still be alive. */
export async function publicKeys(): Promise<JWK[]> {
  const rows = await db
    .from('signing_keys')
    .whereRaw(`retired_at is null or retired_at > now() - interval '2 hours'`)
    .select('public_jwk')
  return rows.map((row) => row.public_jwk)
}
