import { z } from 'zod'
import type { GithubClient } from '#projects/git/github/client'
import { addressOf } from '#projects/git/github/repositories'
import { checkShape, jobShape, runShape, stateOf, statusShape } from '#projects/git/github/shapes'
import type {
  GitHost,
  Pipeline,
  PipelineJob,
  PipelineState,
  RepositoryRef,
} from '#projects/git/host_contract'
import { hostFetch } from '#projects/git/host_fetch'
import { pipelineStateOf } from '#projects/git/pipeline_state'
import { readTail } from '#projects/git/read_tail'

type Part = Pick<GitHost, 'setCommitStatus' | 'pipeline' | 'jobLog' | 'retryJob'>
type Check = z.infer<typeof checkShape>
type Run = z.infer<typeof runShape>

const MAX_LOG_BYTES = 256 * 1024 * 1024
const MAX_RUNS = 20

const statusStates = {
  pending: 'pending',
  running: 'pending',
  success: 'success',
  failed: 'failure',
  cancelled: 'error',
} as const

const readStates: Record<string, PipelineState> = { success: 'success', pending: 'pending' }

export function pipelines(client: GithubClient): Part {
  return {
    setCommitStatus: async (ref, { commit, name, state, description, url }) => {
      await client.send(({ rest }) =>
        rest.repos.createCommitStatus({
          ...addressOf(ref),
          sha: commit,
          context: name,
          state: statusStates[state],
          description: description.slice(0, 140),
          target_url: url,
        })
      )
    },
    pipeline: (ref, commit, ownStatus) => pipeline(client, ref, commit, ownStatus),
    jobLog: (ref, jobId, maxBytes) => jobLog(client, ref, jobId, maxBytes),
    retryJob: async (ref, jobId) => {
      await client.send(({ rest }) =>
        rest.actions.reRunJobForWorkflowRun({ ...addressOf(ref), job_id: Number(jobId) })
      )
    },
  }
}

async function pipeline(
  client: GithubClient,
  ref: RepositoryRef,
  commit: string,
  ownStatus?: string
): Promise<Pipeline | null> {
  const where = addressOf(ref)
  const [runs, checks, statuses] = await Promise.all([
    runsOf(client, ref, commit),
    checksOf(client, ref, commit),
    client.ask(z.object({ statuses: z.array(statusShape) }), ({ rest }) =>
      rest.repos.getCombinedStatusForRef({ ...where, ref: commit, per_page: 100 })
    ),
  ])
  const jobs = [
    ...(await Promise.all(runs.map((run) => jobsOf(client, ref, run)))).flat(),
    ...checks.filter((check) => check.app?.slug !== 'github-actions').map((check) => asJob(check, false)),
    ...statuses.statuses.filter(({ context }) => context !== ownStatus).map(statusAsJob),
  ]
  if (jobs.length === 0) return null
  const url = runs[0]?.html_url ?? `${client.access.webUrl}/${ref.path}/commit/${commit}/checks`
  return { commit, state: pipelineStateOf(jobs), url, jobs }
}

/** Of each workflow file the newest run: an older one of the same commit was started over. */
async function runsOf(client: GithubClient, ref: RepositoryRef, commit: string) {
  const shape = z.object({ workflow_runs: z.array(runShape) })
  const { workflow_runs: all } = await client.ask(shape, ({ rest }) =>
    rest.actions.listWorkflowRunsForRepo({ ...addressOf(ref), head_sha: commit, per_page: 100 })
  )
  const newest = new Map<string, Run>()
  for (const run of all) {
    const key = `${run.workflow_id}:${run.event ?? ''}`
    const known = newest.get(key)
    if (!known || Number(run.id) > Number(known.id)) newest.set(key, run)
  }
  return [...newest.values()].slice(0, MAX_RUNS)
}

async function jobsOf(client: GithubClient, ref: RepositoryRef, run: Run): Promise<PipelineJob[]> {
  const shape = z.object({ jobs: z.array(jobShape) })
  const { jobs } = await client.ask(shape, ({ rest }) =>
    rest.actions.listJobsForWorkflowRun({
      ...addressOf(ref),
      run_id: Number(run.id),
      filter: 'latest',
      per_page: 100,
    })
  )
  if (jobs.length > 0) return jobs.map((job) => asJob(job, true))
  // a run that waits, or whose file is broken, has no jobs and still counts
  const state = stateOf(run.status, run.conclusion)
  const none = { startedAt: null, finishedAt: null, allowedToFail: false, ours: false }
  return [{ id: `run-${run.id}`, name: 'Workflow', url: run.html_url, state, ...none }]
}

async function checksOf(client: GithubClient, ref: RepositoryRef, commit: string) {
  const shape = z.object({ check_runs: z.array(checkShape) })
  const { check_runs: checks } = await client.ask(shape, ({ rest }) =>
    rest.checks.listForRef({ ...addressOf(ref), ref: commit, filter: 'latest', per_page: 100 })
  )
  return checks
}

function asJob(job: Check, ours: boolean): PipelineJob {
  return {
    id: job.id,
    name: job.name,
    url: job.html_url ?? '',
    state: stateOf(job.status, job.conclusion),
    allowedToFail: false,
    ours,
    startedAt: job.started_at ?? null,
    finishedAt: job.completed_at ?? null,
  }
}

function statusAsJob(status: z.infer<typeof statusShape>): PipelineJob {
  return {
    id: `status-${status.context}`,
    name: status.context,
    url: status.target_url ?? '',
    state: readStates[status.state] ?? 'failed',
    allowedToFail: false,
    ours: false,
    startedAt: status.created_at ?? null,
    finishedAt: status.state === 'pending' ? null : (status.updated_at ?? null),
  }
}

async function jobLog(client: GithubClient, ref: RepositoryRef, jobId: string, maxBytes: number) {
  const fetch = hostFetch({ ...client.access, maxBytes: MAX_LOG_BYTES, streamed: true })
  const answer = await client.send(({ rest }) =>
    rest.actions.downloadJobLogsForWorkflowRun({
      ...addressOf(ref),
      job_id: Number(jobId),
      request: { fetch, parseSuccessResponseBody: false },
    })
  )
  return readTail(client.host, answer.data as unknown as ReadableStream<Uint8Array> | null, maxBytes)
}
