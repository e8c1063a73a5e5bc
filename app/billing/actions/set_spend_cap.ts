import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

export interface SetSpendCapInput {
  teamId: string
  actor: AuditActor
  /** Micro-dollars a month beyond the credit of the plan; 0: nothing beyond it. */
  micros: number
}

/** How much a team lets its models cost at its own expense. It counts from the next call on. */
export default class SetSpendCap {
  execute({ teamId, actor, micros }: SetSpendCapInput) {
    return withTeam(teamId, async (trx) => {
      await sql(
        trx,
        `insert into billing_accounts (team_id, spend_cap_micros) values (?, ?)
         on conflict (team_id) do update set spend_cap_micros = excluded.spend_cap_micros`,
        [teamId, micros]
      )
      await recordAudit(trx, {
        teamId,
        actor,
        action: 'spend_cap.changed',
        subject: { kind: 'team', id: teamId },
        details: { micros },
      })
    })
  }
}
