import db from '@adonisjs/lucid/services/db'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Passkey, passkeysOf } from '#accounts/queries/passkeys_of'
import { withUser } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import env from '#start/env'

/** Passkeys belong to this name for ever: under another they are not found. */
const relyingParty = () => new URL(env.get('APP_URL')).hostname

/** What an answer must say, from wherever it comes. */
const expectations = (expectedChallenge: string) => ({
  expectedChallenge,
  expectedOrigin: new URL(env.get('APP_URL')).origin,
  expectedRPID: relyingParty(),
  requireUserVerification: true,
})

interface StoredPasskey {
  id: string
  user_id: string
  public_key: Buffer
  sign_count: number
  transports: string[]
}

const described = (passkeys: Passkey[]) =>
  passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports }))

/** What the browser needs to make a passkey for a person; the challenge in it is to be remembered. */
export async function registrationOptions(user: { id: string; email: string; fullName: string }) {
  return generateRegistrationOptions({
    rpName: 'AgentOps',
    rpID: relyingParty(),
    userName: user.email,
    userDisplayName: user.fullName,
    userID: new Uint8Array(Buffer.from(user.id)),
    attestationType: 'none',
    excludeCredentials: described(await passkeysOf(user.id)),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** The key that a browser has made, checked; null when it is not what was asked for. */
export async function checkRegistration(response: RegistrationResponseJSON, expectedChallenge: string) {
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    ...expectations(expectedChallenge),
  }).catch(() => ({ registrationInfo: undefined }))
  return registrationInfo ?? null
}

/** What the browser needs to use a passkey: any that it has for this site, or one of a person's. */
export async function authenticationOptions(userId: string | null) {
  return generateAuthenticationOptions({
    rpID: relyingParty(),
    userVerification: 'required',
    ...(userId ? { allowCredentials: described(await passkeysOf(userId)) } : {}),
  })
}

/**
 * Whose passkey has signed the challenge; null when the answer is not right. A key whose counter went back has
 * a copy somewhere and does not count.
 */
export async function checkPasskey(
  response: AuthenticationResponseJSON,
  expectedChallenge: string
): Promise<{ userId: string; passkeyId: string } | null> {
  const { rows } = await sql<StoredPasskey>(db, 'select * from find_passkey(?)', [response.id])
  const stored = rows[0]
  if (!stored) return null
  const credential = {
    id: response.id,
    publicKey: new Uint8Array(stored.public_key),
    counter: stored.sign_count,
    transports: stored.transports,
  }
  const result = await verifyAuthenticationResponse({
    response,
    credential,
    ...expectations(expectedChallenge),
  }).catch(() => null)
  if (!result?.verified) return null
  await withUser(stored.user_id, (trx) =>
    sql(trx, 'update passkeys set sign_count = ?, last_used_at = now() where id = ?', [
      result.authenticationInfo.newCounter,
      stored.id,
    ])
  )
  return { userId: stored.user_id, passkeyId: stored.id }
}
