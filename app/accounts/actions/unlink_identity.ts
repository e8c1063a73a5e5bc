import type User from '#accounts/models/user'
import { tellOfChange } from '#accounts/services/factor_changes'
import { providerNames, type SignInProvider } from '#accounts/services/sign_in_providers'
import { withUser } from '#accounts/services/tenancy'
import type { AuditActor } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface UnlinkIdentityInput {
  user: User
  provider: SignInProvider
  by: AuditActor
}

/** Ends signing in with an account elsewhere, unless there would be no way in any more. */
export default class UnlinkIdentity {
  async execute({
    user,
    provider,
    by,
  }: UnlinkIdentityInput): Promise<Result<null, 'not_found' | 'last_way'>> {
    return withUser(user.id, async (trx) => {
      const { rows } = await sql<{ login: string; others: number }>(
        trx,
        `select login, (select count(*)::int from linked_identities o where o.provider <> l.provider)
           + (select count(*)::int from passkeys) as others
         from linked_identities l where provider = ? for update`,
        [provider]
      )
      if (!rows[0]) return err('not_found' as const)
      if (user.password === null && rows[0].others === 0) return err('last_way' as const)
      await sql(trx, 'delete from linked_identities where provider = ?', [provider])
      const name = providerNames[provider]
      await tellOfChange(trx, user, by, {
        action: 'identity.unlinked',
        subject: `${name} was disconnected`,
        sentence: `The ${name} account ${rows[0].login} can no longer sign in to your AgentOps account.`,
        details: { provider, login: rows[0].login },
      })
      return ok(null)
    })
  }
}
