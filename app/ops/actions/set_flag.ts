import { asOperator, type Operator } from '#ops/services/operator_audit'
import { sql } from '#shared/database/sql'

export interface SetFlagInput {
  name: string
  percentage: number
  teamIds: readonly string[]
  by: Operator
}

/** Makes a flag or changes it; teams follow within seconds. */
export default class SetFlag {
  async execute({ name, percentage, teamIds, by }: SetFlagInput) {
    await asOperator(by, async (trx) => {
      await sql(
        trx,
        `insert into feature_flags (name, percentage, team_ids) values (?, ?, cast(? as uuid[]))
         on conflict (name) do update set percentage = excluded.percentage, team_ids = excluded.team_ids,
           updated_at = now()`,
        [name, percentage, [...teamIds]]
      )
      return {
        action: 'operator.flag_set',
        subject: { kind: 'flag', id: name, name },
        details: { percentage, teams: teamIds.length },
      }
    })
  }
}
