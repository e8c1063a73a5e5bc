import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { ensureRecoveryCodes, type FactorOwner, tellOfChange } from '#accounts/services/factor_changes'
import { checkRegistration } from '#accounts/services/passkeys'
import { withUser } from '#accounts/services/tenancy'
import type { AuditActor } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

const MOST = 20

export interface AddPasskeyInput {
  user: FactorOwner
  name: string
  /** What the browser answered, and the challenge that it was given. */
  response: RegistrationResponseJSON
  challenge: string
  by: AuditActor
}

export default class AddPasskey {
  /** @returns new recovery codes, null where the person has some already */
  async execute(input: AddPasskeyInput): Promise<Result<string[] | null, 'not_valid' | 'too_many'>> {
    const { user, name, response, by } = input
    const made = await checkRegistration(response, input.challenge)
    if (!made) return err('not_valid')
    const { credential } = made
    return withUser(user.id, async (trx) => {
      const { rows } = await sql<{ count: number }>(
        trx,
        'select count(*)::int as count from passkeys where user_id = ?',
        [user.id]
      )
      if (rows[0]!.count >= MOST) return err('too_many' as const)
      const { rowCount } = await sql(
        trx,
        `insert into passkeys (user_id, credential_id, public_key, sign_count, transports, name, backed_up)
         values (?, ?, ?, ?, ?, ?, ?) on conflict (credential_id) do nothing`,
        [
          user.id,
          credential.id,
          Buffer.from(credential.publicKey),
          credential.counter,
          credential.transports ?? [],
          name,
          made.credentialBackedUp,
        ]
      )
      if (rowCount === 0) return err('not_valid' as const)
      await tellOfChange(trx, user, by, {
        action: 'passkey.added',
        subject: 'A passkey was added',
        sentence: `The passkey "${name}" was added to your AgentOps account. It can sign you in.`,
        details: { name },
      })
      return ok(await ensureRecoveryCodes(trx, user.id))
    })
  }
}
