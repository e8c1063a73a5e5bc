import { withTeam } from '#accounts/services/tenancy'
import { handleDelivery } from '#projects/jobs/handle_delivery'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'
import { err, ok, type Result } from '#shared/result'

export interface RedeliverInput {
  teamId: string
  projectId: string
  id: string
  by: AuditActor
}

/** Has a delivery handled once more, as if the host had just sent it. */
export default class Redeliver {
  /** `nothing_told`: there is nothing in it that could be handled. */
  async execute({
    teamId,
    projectId,
    id,
    by,
  }: RedeliverInput): Promise<Result<null, 'not_found' | 'nothing_told'>> {
    return withTeam(teamId, async (trx) => {
      const { rows } = await sql<{ event: string; has: boolean }>(
        trx,
        `update git_deliveries set status = case when told is null then status else 'received' end
         where id = ? and project_id = ? returning event, told is not null as has`,
        [id, projectId]
      )
      if (!rows[0]) return err('not_found')
      if (!rows[0].has) return err('nothing_told')
      await enqueue(trx, handleDelivery, { teamId, payload: { id } })
      await recordAudit(trx, {
        teamId,
        actor: by,
        action: 'delivery.repeated',
        subject: { kind: 'project', id: projectId },
        details: { delivery: id, event: rows[0].event },
      })
      return ok(null)
    })
  }
}
