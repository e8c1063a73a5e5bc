import { teamsOfUser } from '#accounts/queries/teams_of_user'
import { withTeam } from '#accounts/services/tenancy'
import { asOperator, type Operator } from '#ops/services/operator_audit'
import { recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface BeginImpersonationInput {
  userId: string
  /** For whoever reads the trail. */
  reason: string
  by: Operator
}

/** Allows an operator to act in a person's place, and tells each of the person's teams in their own trail. */
export default class BeginImpersonation {
  async execute(input: BeginImpersonationInput): Promise<Result<{ name: string }, 'not_found' | 'refused'>> {
    const { userId, reason, by } = input
    if (userId === by.userId) return err('refused')
    let person: { full_name: string; email: string; is_operator: boolean } | undefined
    await asOperator(by, async (trx) => {
      const { rows } = await sql<NonNullable<typeof person>>(
        trx,
        'select full_name, email, is_operator from users where id = ? and suspended_at is null',
        [userId]
      )
      person = rows[0]
      if (!person || person.is_operator) return null
      const subject = { kind: 'user', id: userId, name: person.email }
      return { action: 'operator.impersonation_started', subject, details: { reason } }
    })
    if (!person) return err('not_found')
    if (person.is_operator) return err('refused')
    const subject = { kind: 'member', id: userId, name: person.full_name }
    for (const { id: teamId } of await teamsOfUser(userId)) {
      await withTeam(teamId, (trx) =>
        recordAudit(trx, { teamId, actor: by, action: 'impersonation.started', subject, details: { reason } })
      )
    }
    return ok({ name: person.full_name })
  }
}
