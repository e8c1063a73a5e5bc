import { type FactorOwner, tellOfChange } from '#accounts/services/factor_changes'
import { providerNames, type SignInProvider } from '#accounts/services/sign_in_providers'
import { withUser } from '#accounts/services/tenancy'
import type { AuditActor } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

export interface LinkIdentityInput {
  user: FactorOwner
  provider: SignInProvider
  /** The person's id and login there. */
  id: string
  login: string
  by: AuditActor
}

/** Lets a person sign in with an account elsewhere. */
export default class LinkIdentity {
  /** @returns false when that account is connected to somebody, or they have another one of that service */
  async execute({ user, provider, id, login, by }: LinkIdentityInput): Promise<boolean> {
    return withUser(user.id, async (trx) => {
      const { rowCount } = await sql(
        trx,
        `insert into linked_identities (provider, provider_user_id, user_id, login, last_used_at)
         values (?, ?, ?, ?, now()) on conflict do nothing`,
        [provider, id, user.id, login.slice(0, 254)]
      )
      if (rowCount === 0) return false
      const name = providerNames[provider]
      await tellOfChange(trx, user, by, {
        action: 'identity.linked',
        subject: `${name} was connected`,
        sentence: `The ${name} account ${login} can now sign in to your AgentOps account.`,
        details: { provider, login },
      })
      return true
    })
  }
}
