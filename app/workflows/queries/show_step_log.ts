import { withTeam } from '#accounts/services/tenancy'
import NotFoundException from '#shared/exceptions/not_found_exception'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The whole log of a step as text, with a file name for it. */
export async function showStepLog(teamId: string, workflowId: string, stepId: string) {
  if (!uuid.test(stepId)) throw new NotFoundException('step')
  const row = await withTeam(teamId, async (trx) => {
    const { rows } = await trx.rawQuery(
      `select s.name || '-' || s.attempt as name,
         coalesce((select string_agg(e.payload ->> 'text', '' order by e.seq) from workflow_events e
                   where e.step_id = s.id and e.kind = 'log'), '') as text
       from workflow_steps s where s.id = ? and s.workflow_id = ?`,
      [stepId, workflowId]
    )
    return rows[0] as { name: string; text: string } | undefined
  })
  if (!row) throw new NotFoundException('step')
  return row
}
