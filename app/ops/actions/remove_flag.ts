import { asOperator, type Operator } from '#ops/services/operator_audit'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

/** Switches a flag off for everybody and forgets it. */
export default class RemoveFlag {
  async execute({ name, by }: { name: string; by: Operator }): Promise<Result<null, 'not_found'>> {
    const done = await asOperator(by, async (trx) => {
      const { rowCount } = await sql(trx, 'delete from feature_flags where name = ?', [name])
      return rowCount === 1
        ? { action: 'operator.flag_removed', subject: { kind: 'flag', id: name, name } }
        : null
    })
    return done ? ok(null) : err('not_found')
  }
}
