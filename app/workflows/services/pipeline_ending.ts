import type { Pipeline } from '#projects/git/host_contract'
import type { Decision, Settlement } from '#workflows/actions/settle_step'
import { jsonArtifact } from '#workflows/services/artifacts'
import type { Delivery } from '#workflows/services/delivery'
import type { PipelineFailures } from '#workflows/services/pipeline_failures'
import type { ProjectHost } from '#workflows/services/project_host'
import { requiredJson } from '#workflows/services/step_artifacts'
import type { PipelineRecord } from '#workflows/services/step_records'
import { tellHost } from '#workflows/services/tell_host'
import type { StepContext } from '#workflows/steps/step_context'
import type { Verdict } from '#workflows/verification/verdict'

/** What a pipeline came to. `sentence`: null where it passed. */
export interface PipelineEnd {
  found: Pipeline
  sentence: string | null
  /** Whether the change is as good as our own verdict says. */
  good: boolean
  failures?: PipelineFailures
}

/** Ends the workflow with what the pipeline came to, and says so at the host. */
export async function endPipeline(
  context: StepContext,
  target: ProjectHost,
  delivery: Delivery,
  { found, sentence, good, failures }: PipelineEnd
): Promise<Settlement> {
  const decision = await ending(context, sentence, good)
  await tellHost(context, target, delivery, sentence ?? `The pipeline passed: ${found.url}`)
  context.log.say(sentence ?? 'The pipeline passed.')
  return { decision, artifacts: [pipelineArtifact(found, failures)] }
}

/** What our own verdict says, unless the host's contradicts it. */
export async function ending(
  context: StepContext,
  sentence: string | null,
  good: boolean
): Promise<Decision> {
  const verdict = await requiredJson<Verdict>(context, 'verdict')
  const verified = verdict.ruling === 'green' && good
  const reason = sentence ? `${verdict.proof} ${sentence}` : verdict.proof
  return {
    kind: 'finish',
    outcome: verified ? 'verified' : 'unverified',
    reason,
    stepStatus: good ? 'succeeded' : 'failed',
  }
}

export function pipelineArtifact({ commit, state, url, jobs }: Pipeline, failures?: PipelineFailures) {
  const logs = Object.fromEntries(failures?.logs ?? [])
  const record: PipelineRecord = { commit, state, url, jobs, blames: failures?.blames ?? [], logs }
  return jsonArtifact('pipeline', record)
}
