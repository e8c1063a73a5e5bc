import { teamRows } from '#accounts/services/team_rows'
import NotFoundException from '#shared/exceptions/not_found_exception'

export interface WorkflowMessage {
  id: string
  text: string
  by: string
  createdAt: string
  /** When the model was told; null while it has not been. */
  heardAt: string | null
}

const messagesSql = `
  select coalesce((select json_agg(m order by m.id) from (
    select id, text, author_name as by, to_json(created_at) #>> '{}' as "createdAt",
      to_json(applied_at) #>> '{}' as "heardAt"
    from workflow_messages where workflow_id = w.id) m), '[]') as messages
  from workflows w where w.id = $1`

/**
 * What people have said to a workflow, oldest first; there are 50 at most.
 *
 * @throws NotFoundException for an absent workflow and for another team's alike
 */
export async function listMessages(teamId: string, workflowId: string): Promise<WorkflowMessage[]> {
  const [row] = await teamRows<{ messages: WorkflowMessage[] }>(teamId, messagesSql, [workflowId])
  if (!row) throw new NotFoundException('workflow')
  return row.messages
}
