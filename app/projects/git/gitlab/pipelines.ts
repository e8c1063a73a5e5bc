import { z } from 'zod'
import type { GitlabClient } from '#projects/git/gitlab/client'
import { addressOf } from '#projects/git/gitlab/repositories'
import { jobShape, pipelineShape, stateOf } from '#projects/git/gitlab/shapes'
import type { GitHost, Pipeline, PipelineJob, RepositoryRef } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { pipelineStateOf } from '#projects/git/pipeline_state'
import { readTail } from '#projects/git/read_tail'

type Part = Pick<GitHost, 'setCommitStatus' | 'pipeline' | 'jobLog' | 'retryJob'>

const states = {
  pending: 'pending',
  running: 'running',
  success: 'success',
  failed: 'failed',
  cancelled: 'canceled',
} as const

export function pipelines(client: GitlabClient): Part {
  return {
    setCommitStatus: async (ref, { commit, name, state, description, url }) => {
      try {
        await client.send((api) =>
          api.Commits.editStatus(addressOf(ref), commit, states[state], {
            name,
            description: description.slice(0, 255),
            targetUrl: url,
          })
        )
      } catch (error) {
        // GitLab refuses a state that the status is in already
        if (error instanceof HostError && /Cannot transition status/i.test(error.message)) return
        throw error
      }
    },
    pipeline: (ref, commit, ownStatus) => pipeline(client, ref, commit, ownStatus),
    jobLog: async (ref, jobId, maxBytes) => {
      const path = `projects/${encodeURIComponent(addressOf(ref))}/jobs/${encodeURIComponent(jobId)}/trace`
      return readTail(client.host, await client.stream(path), maxBytes)
    },
    retryJob: async (ref, jobId) => {
      await client.send((api) => api.Jobs.retry(addressOf(ref), Number(jobId)))
    },
  }
}

/**
 * Made of the jobs and not taken from the pipeline's own state: a status that we set ourselves is part of
 * that, and makes a pipeline of its own where there is none.
 */
async function pipeline(
  client: GitlabClient,
  ref: RepositoryRef,
  commit: string,
  ownStatus?: string
): Promise<Pipeline | null> {
  const project = addressOf(ref)
  const found = await client.ask(z.array(pipelineShape), (api) =>
    api.Pipelines.all(project, { sha: commit, orderBy: 'id', sort: 'desc', perPage: 20, maxPages: 1 })
  )
  const current = newestOfEach(found)
  const [newest] = current
  const own = (await Promise.all(current.map(({ id }) => jobsOf(client, project, id)))).flat()
  const known = new Set(own.map(({ id }) => id))
  const statuses = await client.ask(z.array(jobShape), (api) => api.Commits.allStatuses(project, commit, {}))
  const others = statuses
    .filter(({ id, name }) => !known.has(id) && name !== ownStatus && !own.some((job) => job.name === name))
    .map((status) => asJob(status, false))
  const jobs = [...own, ...others]
  if (jobs.length > 0) {
    const url =
      newest?.web_url ??
      found[0]?.web_url ??
      `${client.access.webUrl}/${ref.path}/-/commit/${commit}/pipelines`
    return { commit, state: pipelineStateOf(jobs), url, jobs }
  }
  return newest ? { commit, state: stateOf(newest.status), url: newest.web_url, jobs } : null
}

/** A branch and its merge request have pipelines of their own for the same commit; of each the newest counts. */
function newestOfEach(pipelines: z.infer<typeof pipelineShape>[]) {
  const newest = new Map(pipelines.toReversed().map((pipeline) => [pipeline.source, pipeline]))
  newest.delete('external')
  return [...newest.values()]
}

async function jobsOf(client: GitlabClient, projectId: string, pipelineId: number): Promise<PipelineJob[]> {
  const [jobs, bridges] = await Promise.all([
    client.ask(z.array(jobShape), (api) =>
      api.Jobs.all(projectId, { pipelineId, perPage: 100, maxPages: 5 })
    ),
    client.ask(z.array(jobShape), (api) => api.Jobs.allPipelineBridges(projectId, pipelineId)),
  ])
  return [...jobs.map((job) => asJob(job, true)), ...bridges.map((bridge) => asJob(bridge, false))]
}

function asJob(job: z.infer<typeof jobShape>, ours: boolean): PipelineJob {
  return {
    id: job.id,
    name: job.name,
    url: job.web_url ?? job.target_url ?? '',
    state: stateOf(job.status),
    allowedToFail: job.allow_failure ?? false,
    ours,
    startedAt: job.started_at ?? null,
    finishedAt: job.finished_at ?? null,
  }
}
