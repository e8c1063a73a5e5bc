import type { Plan } from '@agentops/engine/contract'
import type { Pipeline, PipelineJob } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { maskSecrets } from '#shared/masking'
import type { Decision, Settlement } from '#workflows/actions/settle_step'
import { jsonArtifact } from '#workflows/services/artifacts'
import { type Delivery, loadDelivery } from '#workflows/services/delivery'
import { roundsOf, secondsSince } from '#workflows/services/pipeline_rounds'
import { type JobRuling, ruleOnJob } from '#workflows/services/pipeline_ruling'
import { type ProjectHost, projectHost, STATUS_NAME } from '#workflows/services/project_host'
import { requiredJson } from '#workflows/services/step_artifacts'
import type { PipelineRecord } from '#workflows/services/step_records'
import { tellHost } from '#workflows/services/tell_host'
import { type Step, type StepContext, StepFailure } from '#workflows/steps/step_context'
import type { Verdict } from '#workflows/verification/verdict'

/** A host that has begun nothing after this time runs nothing for such commits. */
const GRACE_SECONDS = 90
const LONGEST_SECONDS = 3 * 3600
const MAX_LOG_BYTES = 40_000
const MAX_JOBS = 5

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
    return end(context, target, delivery, found, [], sentence, false)
  }
  for (const job of found.jobs) context.log.say(`${job.name}: ${job.state}`)
  if (found.state === 'failed') return judge(context, target, delivery, found)
  const passed = found.state === 'success' || found.state === 'skipped'
  const sentence = passed ? null : `The pipeline was cancelled at the host: ${found.url}`
  return end(context, target, delivery, found, [], sentence, passed)
}

async function judge(
  context: StepContext,
  target: ProjectHost,
  delivery: Delivery,
  found: Pipeline
): Promise<Settlement> {
  const failed = found.jobs.filter((job) => job.state === 'failed' && !job.allowedToFail).slice(0, MAX_JOBS)
  const logs = new Map<string, string>()
  const rulings: JobRuling[] = []
  const before = await earlierFailures(context, target)
  for (const job of failed) {
    const log = await readLog(context, target, job)
    if (log !== null) logs.set(job.name, log)
    const ruling = ruleOnJob({ job, log, failedBefore: before?.get(job.name) ?? null })
    rulings.push(ruling)
    context.log.say(`${job.name} failed, ${words[ruling.ruling]}: ${ruling.why}.`)
  }
  const rounds = await roundsOf(context)
  const ours = rulings.filter(({ ruling }) => ruling === 'ours')
  if (ours.length > 0) {
    const repairable = rounds.repairs < delivery.repairs && (await isModelMade(context))
    if (repairable) return repair(context, found, rulings, logs)
  } else if (await retryFlaky(context, target, failed, rulings, rounds.retries)) {
    return pause(context, 'Running the flaky jobs again', null, true)
  }
  const names = (ours.length > 0 ? ours : rulings).map(({ job, why }) => `${job} (${why})`).join(', ')
  const sentence = `The pipeline failed: ${names || found.state}. ${found.url}`
  const known = rulings.length > 0 && rulings.every(({ ruling }) => ruling === 'not_ours')
  return end(context, target, delivery, found, rulings, sentence, known)
}

const words = { ours: 'which looks like ours', flaky: 'which looks flaky', not_ours: 'which is not ours' }

/** Which jobs failed at the commit the change is based on; null when the host ran nothing there. */
async function earlierFailures({ workflow }: StepContext, { host, repository }: ProjectHost) {
  if (!workflow.baseCommit) return null
  const base = await host.pipeline(repository, workflow.baseCommit, STATUS_NAME)
  return base && new Map(base.jobs.map((job) => [job.name, job.state === 'failed']))
}

async function readLog({ project }: StepContext, { host, repository }: ProjectHost, job: PipelineJob) {
  if (!job.ours) return null
  try {
    const { text } = await host.jobLog(repository, job.id, MAX_LOG_BYTES)
    return maskSecrets(text, project.remote.secrets)
  } catch (error) {
    if (error instanceof HostError && !error.passing) return null
    throw error
  }
}

async function isModelMade(context: StepContext) {
  const { method } = await requiredJson<Plan>(context, 'plan')
  return !method.startsWith('recipe:')
}

/** Each flaky job is given one more try; whether there was anything to retry. */
async function retryFlaky(
  context: StepContext,
  { host, repository }: ProjectHost,
  failed: PipelineJob[],
  rulings: JobRuling[],
  retries: number
) {
  const flaky = failed.filter((job) =>
    rulings.some(({ job: name, ruling }) => name === job.name && ruling === 'flaky' && job.ours)
  )
  if (flaky.length === 0 || retries > 0) return false
  for (const job of flaky) {
    context.log.say(`Asking the host to run ${job.name} again.`)
    await host.retryJob(repository, job.id)
  }
  return true
}

function repair(
  context: StepContext,
  found: Pipeline,
  rulings: JobRuling[],
  logs: Map<string, string>
): Settlement {
  const error = `The pipeline failed: ${rulings.map(({ job }) => job).join(', ')}. Going back to repair it.`
  context.log.say(error)
  return { decision: { kind: 'repair', error }, artifacts: [artifact(found, rulings, logs)] }
}

async function end(
  context: StepContext,
  target: ProjectHost,
  delivery: Delivery,
  found: Pipeline,
  rulings: JobRuling[],
  sentence: string | null,
  good: boolean
): Promise<Settlement> {
  const decision = await ending(context, sentence, good)
  await tellHost(context, target, delivery, sentence ?? `The pipeline passed: ${found.url}`)
  context.log.say(sentence ?? 'The pipeline passed.')
  return { decision, artifacts: [artifact(found, rulings, new Map())] }
}

/** What our own verdict says, unless the host's contradicts it. */
async function ending(context: StepContext, sentence: string | null, good: boolean): Promise<Decision> {
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

function artifact({ commit, state, url, jobs }: Pipeline, rulings: JobRuling[], logs: Map<string, string>) {
  const record: PipelineRecord = { commit, state, url, jobs, rulings, logs: Object.fromEntries(logs) }
  return jsonArtifact('pipeline', record)
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
