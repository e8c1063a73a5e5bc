import type { Pipeline, PipelineJob } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { maskSecrets } from '#shared/masking'
import { blameFor, type JobBlame } from '#workflows/services/pipeline_blame'
import { type ProjectHost, STATUS_NAME } from '#workflows/services/project_host'
import type { StepContext } from '#workflows/steps/step_context'

const MAX_LOG_BYTES = 40_000
const MAX_JOBS = 5

/** What is known of a red pipeline: the jobs that made it red, the ends of their logs by name, and whose doing each is. */
export interface PipelineFailures {
  failed: PipelineJob[]
  blames: JobBlame[]
  logs: Map<string, string>
}

const words = { ours: 'which looks like ours', flaky: 'which looks flaky', not_ours: 'which is not ours' }

/** Reads what the failed jobs printed and says of each whose doing it is. */
export async function examineFailures(
  context: StepContext,
  target: ProjectHost,
  found: Pipeline
): Promise<PipelineFailures> {
  const failed = found.jobs.filter((job) => job.state === 'failed' && !job.allowedToFail).slice(0, MAX_JOBS)
  const before = await earlierFailures(context, target)
  const logs = new Map<string, string>()
  const blames: JobBlame[] = []
  for (const job of failed) {
    const log = await readLog(context, target, job)
    if (log !== null) logs.set(job.name, log)
    const blame = blameFor({ job, log, failedBefore: before?.get(job.name) ?? null })
    blames.push(blame)
    context.log.say(`${job.name} failed, ${words[blame.blame]}: ${blame.why}.`)
  }
  return { failed, blames, logs }
}

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
