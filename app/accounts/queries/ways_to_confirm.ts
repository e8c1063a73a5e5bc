import type User from '#accounts/models/user'
import { linkedIdentitiesOf } from '#accounts/queries/linked_identities_of'
import { secondFactorsOf } from '#accounts/services/second_factor'

/** How somebody who is signed in can show again that it is them. */
export interface WaysToConfirm {
  password: boolean
  totp: boolean
  passkey: boolean
  /** Where one can sign in again, when there is no other way. */
  providers: string[]
}

export async function waysToConfirm(user: User): Promise<WaysToConfirm> {
  const { totp, passkeys } = await secondFactorsOf(user.id)
  const linked = await linkedIdentitiesOf(user.id)
  return {
    password: user.password !== null,
    totp,
    passkey: passkeys > 0,
    providers: linked.map(({ provider }) => provider),
  }
}
