import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import { showWorkflow } from '#workflows/queries/show_workflow'
import { latestArtifact, latestJson } from '#workflows/services/artifacts'
import type { WorkflowRecord } from '#workflows/services/record_file'

const exchangesSql = `
  select s.name as step, s.attempt, e.position, e.kind, e.name, encode(e.hash, 'hex') as hash, e.request, e.response
  from workflow_exchanges e join workflow_steps s on s.id = e.step_id
  where e.workflow_id = ? and s.name in ('plan', 'generate') order by s.position, s.attempt, e.position`

const messagesSql = `
  select s.attempt, m.turn, m.text from workflow_messages m join workflow_steps s on s.id = m.step_id
  where m.workflow_id = ? order by m.id`

/**
 * A workflow as its record file holds it.
 *
 * @throws NotFoundException for an absent workflow and for another team's alike
 */
export async function exportRecord(teamId: string, workflowId: string): Promise<WorkflowRecord> {
  const workflow = await showWorkflow(teamId, workflowId)
  return withTeam(teamId, async (trx) => {
    const { rows } = await sql<WorkflowRecord['exchanges'][number]>(trx, exchangesSql, [workflowId])
    const messages = await sql<WorkflowRecord['messages'][number]>(trx, messagesSql, [workflowId])
    const patch = await latestArtifact(trx, workflowId, 'patch')
    return {
      version: 1,
      exportedAt: new Date().toISOString(),
      number: workflow.number,
      task: workflow.task,
      baseCommit: workflow.baseCommit,
      outcome: workflow.outcome ?? workflow.status,
      outcomeReason: workflow.outcomeReason,
      costMicros: Number(workflow.costMicros),
      models: workflow.models,
      exchanges: rows,
      messages: messages.rows,
      plan: await latestJson(trx, workflowId, 'plan'),
      patch: patch?.body.toString() ?? null,
      verdict: await latestJson(trx, workflowId, 'verdict'),
    }
  })
}
