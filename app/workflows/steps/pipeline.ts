import type { Plan } from '@agentops/engine/contract'
import type { Pipeline } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import type { Settlement } from '#workflows/actions/settle_step'
import { type Delivery, loadDelivery } from '#workflows/services/delivery'
import { ending, endPipeline, pipelineArtifact } from '#workflows/services/pipeline_ending'
import { examineFailures, type PipelineFailures } from '#workflows/services/pipeline_failures'
import { roundsOf, secondsSince } from '#workflows/services/pipeline_rounds'
import { type ProjectHost, projectHost, STATUS_NAME } from '#workflows/services/project_host'
import { requiredJson } from '#workflows/services/step_artifacts'
import { type Step, type StepContext, StepFailure } from '#workflows/steps/step_context'

/** A host that has begun nothing after this time runs nothing for such commits. */
const GRACE_SECONDS = 90
const LONGEST_SECONDS = 3 * 3600

/** Follows what the host runs for the pushed commit; red and ours goes back to `generate`, at most as often as the project allows. */
export const pipeline: Step = async (context) => {
  const delivery = await loadDelivery(context)
  const host = await projectHost(context)
  if (!host || !delivery.pushedCommit) {
    throw new StepFailure(
      'The project is not connected to its host any more, so its pipeline cannot be followed.'
    )
  }
  try {
    return await follow(context, host, delivery, delivery.pushedCommit)
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    const waited = await secondsSince(context)
    if (error.passing && waited < LONGEST_SECONDS) return pause(context, error.message, error.retryAt)
    const end = await ending(context, `The pipeline could not be followed: ${error.message}`, false)
    return { decision: end }
  }
}

async function follow(
  context: StepContext,
  target: ProjectHost,
  delivery: Delivery,
  commit: string
): Promise<Settlement> {
  const { host, repository } = target
  const found = await host.pipeline(repository, commit, STATUS_NAME)
  const waited = await secondsSince(context)
  if (!found) {
    if (waited < GRACE_SECONDS) return pause(context, 'Waiting for the host to start a pipeline')
    context.log.say('The host ran nothing for this commit.')
    return { decision: await ending(context, null, true) }
  }
  if (found.state === 'pending' || found.state === 'running') {
    if (waited < LONGEST_SECONDS) return pause(context, progress(found))
    const sentence = `The pipeline is still running after ${LONGEST_SECONDS / 3600} hours: ${found.url}`
    return endPipeline(context, target, delivery, { found, sentence, good: false })
  }
  for (const job of found.jobs) context.log.say(`${job.name}: ${job.state}`)
  if (found.state === 'failed') return afterRed(context, target, delivery, found)
  const good = found.state === 'success' || found.state === 'skipped'
  const sentence = good ? null : `The pipeline was cancelled at the host: ${found.url}`
  return endPipeline(context, target, delivery, { found, sentence, good })
}

/** Repairs what looks like ours, gives what looks flaky another try, and otherwise says what failed. */
async function afterRed(
  context: StepContext,
  target: ProjectHost,
  delivery: Delivery,
  found: Pipeline
): Promise<Settlement> {
  const failures = await examineFailures(context, target, found)
  const rounds = await roundsOf(context)
  const ours = failures.blames.filter(({ blame }) => blame === 'ours')
  if (ours.length > 0) {
    if (rounds.repairs < delivery.repairs && (await isModelMade(context))) {
      const error = `The pipeline failed: ${ours.map(({ job }) => job).join(', ')}. Going back to repair it.`
      context.log.say(error)
      return { decision: { kind: 'repair', error }, artifacts: [pipelineArtifact(found, failures)] }
    }
  } else if (rounds.retries === 0 && (await retryFlaky(context, target, failures))) {
    return pause(context, 'Running the flaky jobs again', null, true)
  }
  const names = (ours.length > 0 ? ours : failures.blames).map(({ job, why }) => `${job} (${why})`).join(', ')
  const repaired = rounds.repairs > 0 ? ` after ${times(rounds.repairs)} of repair` : ''
  const sentence = `The pipeline failed${repaired}: ${names || found.state}. ${found.url}`
  const good = failures.blames.length > 0 && failures.blames.every(({ blame }) => blame === 'not_ours')
  return endPipeline(context, target, delivery, { found, sentence, good, failures })
}

const times = (count: number) => (count === 1 ? 'one round' : `${count} rounds`)

async function isModelMade(context: StepContext) {
  const { method } = await requiredJson<Plan>(context, 'plan')
  return !method.startsWith('recipe:')
}

/** Each flaky job is given one more try; whether there was anything to retry. */
async function retryFlaky(
  context: StepContext,
  { host, repository }: ProjectHost,
  { failed, blames }: PipelineFailures
) {
  const flaky = failed.filter((job) =>
    blames.some(({ job: name, blame }) => name === job.name && blame === 'flaky' && job.ours)
  )
  for (const job of flaky) {
    context.log.say(`Asking the host to run ${job.name} again.`)
    await host.retryJob(repository, job.id)
  }
  return flaky.length > 0
}

const progress = ({ jobs }: Pipeline) => {
  const done = jobs.filter(({ state }) => state !== 'pending' && state !== 'running').length
  return `The pipeline is running: ${done} of ${jobs.length} jobs done`
}

/** Lies down until the host tells of a change, or for some seconds where it tells nothing. */
async function pause(
  context: StepContext,
  what: string,
  until: Date | null = null,
  retried = false
): Promise<Settlement> {
  context.log.note(what)
  const waited = await secondsSince(context)
  const usual = waited < 120 ? 5 : waited < 900 ? 15 : 30
  const seconds = Math.max(usual, until ? (until.getTime() - Date.now()) / 1000 : 0)
  return { decision: { kind: 'pause', seconds: Math.min(Math.ceil(seconds), 3600), retried } }
}
