import type { Feedback } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { latestJson } from '#workflows/services/artifacts'
import type { EditsRecord } from '#workflows/services/step_records'
import type { StepContext } from '#workflows/steps/step_context'
import type { Verdict } from '#workflows/verification/verdict'

const MAX_OUTPUT = 40_000

/** The end of what the tests printed in the attempt before, as its log kept it: masked and bounded. */
const outputSql = `
  select right(string_agg(e.payload ->> 'text', '' order by e.seq), ?) as output
  from workflow_events e join workflow_steps s on s.id = e.step_id
  where s.workflow_id = ? and s.name = 'test' and s.attempt = ? and e.kind = 'log'`

/** What the attempt before came to: its edits and what the tests said of them; null when there is none. */
export function loadFeedback({ lease }: StepContext): Promise<Feedback | null> {
  const before = lease.attempt - 1
  return withTeam(lease.teamId, async (trx) => {
    const edits = await latestJson<EditsRecord>(trx, lease.workflowId, 'edits')
    const verdict = await latestJson<Verdict>(trx, lease.workflowId, 'verdict')
    if (!edits || !verdict) return null
    const { rows } = await trx.rawQuery(outputSql, [MAX_OUTPUT, lease.workflowId, before])
    return { attempt: before, edits: edits.edits, exitCode: verdict.exitCode, output: rows[0]?.output ?? '' }
  })
}
