import db from '@adonisjs/lucid/services/db'
import { recordAudit, system } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface SetOperatorInput {
  email: string
  operator: boolean
}

/** Says who operates the installation. Only who has its command line can. */
export default class SetOperator {
  async execute({ email, operator }: SetOperatorInput): Promise<Result<null, 'not_found'>> {
    return db.transaction(async (trx) => {
      const { rows } = await sql<{ id: string }>(
        trx,
        'update users set is_operator = ? where lower(email) = lower(?) returning id',
        [operator, email.trim()]
      )
      if (!rows[0]) return err('not_found' as const)
      await recordAudit(trx, {
        teamId: null,
        actor: system,
        action: operator ? 'operator.added' : 'operator.removed',
        subject: { kind: 'user', id: rows[0].id, name: email },
      })
      return ok(null)
    })
  }
}
