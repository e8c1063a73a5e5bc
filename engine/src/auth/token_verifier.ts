import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import { type EngineClaims, engineAudience, engineClaims, engineIssuer } from '../../contract/token.ts'

export type Verification =
  | { kind: 'accepted'; claims: EngineClaims }
  | { kind: 'rejected'; reason: string }
  | { kind: 'keys_unavailable' }

/** Longest life of a token, in seconds, from `iat` to `exp`. */
const maxLifetime = 600
const clockTolerance = 5

/** Verifies the app's bearer tokens against its published keys; only RS256 is accepted. */
export function createTokenVerifier(jwksUrl: string): (token: string) => Promise<Verification> {
  const keys = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 5_000, cooldownDuration: 5_000 })
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer: engineIssuer,
        audience: engineAudience,
        requiredClaims: ['exp', 'iat'],
        maxTokenAge: maxLifetime,
        clockTolerance,
      })
      if (payload.exp! - payload.iat! > maxLifetime) return rejected('the token lives longer than 10 minutes')
      const claims = engineClaims.safeParse(payload)
      return claims.success
        ? { kind: 'accepted', claims: claims.data }
        : rejected('a claim is missing or malformed')
    } catch (error) {
      return outcomeOf(error)
    }
  }
}

function rejected(reason: string): Verification {
  return { kind: 'rejected', reason }
}

const reasons = new Map<string, string>([
  [errors.JWTExpired.code, 'the token has expired'],
  [errors.JWTClaimValidationFailed.code, 'a claim has the wrong value'],
  [errors.JOSEAlgNotAllowed.code, 'the algorithm is not RS256'],
  [errors.JOSENotSupported.code, 'the token uses something that is not supported'],
  [errors.JWSInvalid.code, 'the token is not a signed JWT'],
  [errors.JWTInvalid.code, 'the token is not a JWT'],
  [errors.JWSSignatureVerificationFailed.code, 'the signature does not match'],
  [errors.JWKSNoMatchingKey.code, 'the signing key is not one that the app publishes'],
])

/** Anything that is not a judgement about the token means that the keys could not be fetched. */
function outcomeOf(error: unknown): Verification {
  const reason = error instanceof errors.JOSEError ? reasons.get(error.code) : undefined
  return reason === undefined ? { kind: 'keys_unavailable' } : rejected(reason)
}
