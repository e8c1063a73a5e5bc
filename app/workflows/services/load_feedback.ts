import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Feedback } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { latestArtifact, latestJson } from '#workflows/services/artifacts'
import type { EditsRecord, PipelineRecord } from '#workflows/services/step_records'
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
    const { setbacks } = edits
    const last = { attempt: before, edits: edits.edits, ...(setbacks && { setbacks }) }
    const pipeline = await redPipeline(trx, lease.workflowId)
    if (pipeline) return { ...last, exitCode: 1, output: pipeline }
    const { rows } = await trx.rawQuery(outputSql, [MAX_OUTPUT, lease.workflowId, before])
    return { ...last, exitCode: verdict.exitCode, output: rows[0]?.output ?? '' }
  })
}

/** What the host's pipeline said after the last verdict, when it was red and ours: our own tests were green then. */
async function redPipeline(trx: TransactionClientContract, workflowId: string) {
  const pipeline = await latestArtifact(trx, workflowId, 'pipeline')
  const verdict = await latestArtifact(trx, workflowId, 'verdict')
  if (!pipeline || (verdict && verdict.createdAt > pipeline.createdAt)) return null
  const { blames, logs }: PipelineRecord = JSON.parse(pipeline.body.toString())
  const ours = blames.filter(({ blame }) => blame === 'ours')
  if (ours.length === 0) return null
  const each = ours.map(({ job }) => `Job "${job}" of the pipeline failed:\n${logs[job] ?? ''}`)
  return `The tests pass here, but the pipeline at the git host is red.\n\n${each.join('\n\n')}`.slice(
    -MAX_OUTPUT
  )
}
