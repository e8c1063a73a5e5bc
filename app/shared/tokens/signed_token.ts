import { setTimeout as wait } from 'node:timers/promises'
import { createLocalJWKSet, errors, jwtVerify, SignJWT } from 'jose'
import { publicKeys, signingKey } from '#shared/tokens/signing_keys'

export interface SignedTokenOptions {
  issuer: string
  audience: string
  subject: string
  id: string
  expiresInSeconds: number
}

/** A JWT signed with RS256 by the installation's newest key. */
export async function signToken(
  claims: Record<string, unknown>,
  options: SignedTokenOptions
): Promise<string> {
  const { kid, key } = await signingKey()
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid, typ: 'at+jwt' })
    .setIssuer(options.issuer)
    .setAudience(options.audience)
    .setSubject(options.subject)
    .setJti(options.id)
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + options.expiresInSeconds)
    .sign(key)
}

type KeySet = ReturnType<typeof createLocalJWKSet>

const KEPT_MS = 60_000
/** A token with an unknown key makes us look at most this often: strangers cannot keep the database busy. */
const LOOK_AGAIN_MS = 1000

let keys: { set: KeySet; loadedAt: number } | null = null
let lookingAgain: Promise<KeySet> | null = null

async function load() {
  const set = createLocalJWKSet({ keys: await publicKeys() })
  keys = { set, loadedAt: Date.now() }
  return set
}

async function keySet(): Promise<KeySet> {
  return keys && Date.now() - keys.loadedAt < KEPT_MS ? keys.set : load()
}

/** Another process may have made a key just now. Whoever asks meanwhile waits for the one look. */
function newestKeySet(): Promise<KeySet> {
  lookingAgain ??= wait(Math.max(0, (keys?.loadedAt ?? 0) + LOOK_AGAIN_MS - Date.now()))
    .then(load)
    .finally(() => {
      lookingAgain = null
    })
  return lookingAgain
}

export const looksSigned = (text: string) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)

/**
 * The claims of a token that we signed for this issuer and audience and that is valid now, within 5 seconds of
 * clock skew; null for any other, whatever is wrong with it. The algorithm is ours to say, never the token's.
 */
export async function verifyToken(text: string, { issuer, audience }: { issuer: string; audience: string }) {
  const verify = async (set: KeySet) => {
    const { payload } = await jwtVerify(text, set, {
      algorithms: ['RS256'],
      issuer,
      audience,
      typ: 'at+jwt',
      clockTolerance: 5,
      requiredClaims: ['sub', 'jti', 'iat', 'nbf', 'exp'],
    })
    return payload
  }
  try {
    return await verify(await keySet()).catch(async (error) => {
      if (error instanceof errors.JWKSNoMatchingKey) return verify(await newestKeySet())
      throw error
    })
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}
