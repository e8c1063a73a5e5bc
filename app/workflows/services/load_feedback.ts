import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Feedback } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { latestArtifact, latestJson } from '#workflows/services/artifacts'
import { replayOf } from '#workflows/services/replay'
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
    const pipeline = await redPipeline(trx, lease.workflowId)
    if (pipeline) return { attempt: before, edits: edits.edits, exitCode: 1, output: pipeline }
    const workflowId = (await sameEdits(trx, lease.workflowId, before, edits)) ?? lease.workflowId
    const { rows } = await trx.rawQuery(outputSql, [MAX_OUTPUT, workflowId, before])
    return { attempt: before, edits: edits.edits, exitCode: verdict.exitCode, output: rows[0]?.output ?? '' }
  })
}

/** What the host's pipeline said after the last verdict, when it was red: our own tests were green then. */
async function redPipeline(trx: TransactionClientContract, workflowId: string) {
  const pipeline = await latestArtifact(trx, workflowId, 'pipeline')
  const verdict = await latestArtifact(trx, workflowId, 'verdict')
  if (!pipeline || (verdict && verdict.createdAt > pipeline.createdAt)) return null
  const { rulings, logs }: PipelineRecord = JSON.parse(pipeline.body.toString())
  const ours = rulings.filter(({ ruling }) => ruling === 'ours')
  const each = ours.map(({ job }) => `Job "${job}" of the pipeline failed:\n${logs[job] ?? ''}`)
  return `The tests pass here, but the pipeline at the git host is red.\n\n${each.join('\n\n')}`.slice(
    -MAX_OUTPUT
  )
}

/**
 * The workflow that this one replays, where its attempt came to the same edits: its output is what the record
 * goes on from. Ours differs in nothing but times, yet it would make another question of the same one.
 */
async function sameEdits(
  trx: TransactionClientContract,
  workflowId: string,
  attempt: number,
  { edits }: EditsRecord
): Promise<string | null> {
  const replay = await replayOf(trx, workflowId)
  if (!replay) return null
  const { rows } = await trx.rawQuery(
    `select a.body from workflow_artifacts a join workflow_steps s on s.id = a.step_id
     where a.workflow_id = ? and a.kind = 'edits' and s.name = 'generate' and s.attempt = ?`,
    [replay.source, attempt]
  )
  const theirs = rows[0] && (JSON.parse(rows[0].body.toString()) as EditsRecord)
  return theirs && JSON.stringify(theirs.edits) === JSON.stringify(edits) ? replay.source : null
}
