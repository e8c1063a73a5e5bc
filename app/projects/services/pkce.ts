import { createHash, randomBytes } from 'node:crypto'

/** A proof that whoever comes back with the code is who went away for it (RFC 7636). */
export function newPkce() {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}
