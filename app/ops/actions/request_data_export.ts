import { withUser } from '#accounts/services/tenancy'
import { makeDataExport } from '#ops/jobs/make_data_export'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'

/** Asks for a person's archive; one that is being made is not asked for twice. */
export default class RequestDataExport {
  async execute({ userId, by }: { userId: string; by: AuditActor }) {
    await withUser(userId, async (trx) => {
      const { rows } = await sql<{ id: string }>(
        trx,
        `insert into data_exports (user_id)
         select ? where not exists (select from data_exports where user_id = ? and ready_at is null)
         returning id`,
        [userId, userId]
      )
      if (!rows[0]) return
      await enqueue(trx, makeDataExport, { teamId: null, payload: { exportId: rows[0].id, userId } })
      await recordAudit(trx, { teamId: null, actor: by, action: 'data.exported' })
    })
  }
}
