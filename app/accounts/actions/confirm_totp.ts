import { ensureRecoveryCodes, type FactorOwner, tellOfChange } from '#accounts/services/factor_changes'
import { withUser } from '#accounts/services/tenancy'
import { useTotpCode } from '#accounts/services/totp'
import type { AuditActor } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface ConfirmTotpInput {
  user: FactorOwner
  code: string
  by: AuditActor
}

/** Switches the authenticator app on, once a code shows that it has the secret. */
export default class ConfirmTotp {
  /** @returns new recovery codes, null where the person has some already */
  async execute({ user, code, by }: ConfirmTotpInput): Promise<Result<string[] | null, 'wrong_code'>> {
    return withUser(user.id, async (trx) => {
      const typed = code.replace(/\s/g, '')
      if (!(await useTotpCode(trx, user.id, typed, { unconfirmed: true }))) return err('wrong_code' as const)
      const { rowCount } = await sql(
        trx,
        'update totp_secrets set confirmed_at = now() where user_id = ? and confirmed_at is null',
        [user.id]
      )
      if (rowCount === 0) return err('wrong_code' as const)
      await tellOfChange(trx, user, by, {
        action: 'totp.enabled',
        subject: 'Two-step verification is on',
        sentence:
          'An authenticator app was added to your AgentOps account. Signing in now asks for its codes.',
      })
      return ok(await ensureRecoveryCodes(trx, user.id))
    })
  }
}
