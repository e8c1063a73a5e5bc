import { missing, paged } from '#tests/support/gitlab/replies'
import type { GitlabStandIn } from '#tests/support/gitlab/stand_in'
import type { GitlabProject, GitlabStatus } from '#tests/support/gitlab/state'

const findJob = (project: GitlabProject, id: number) => {
  for (const pipeline of project.pipelines) {
    const job = pipeline.jobs.find((one) => one.id === id)
    if (job) return { pipeline, job }
  }
  return null
}

export function pipelineRoutes(gitlab: GitlabStandIn) {
  const { objects } = gitlab

  gitlab.onProject(
    'GET',
    '/pipelines',
    20,
    { query: ['sha', 'ref', 'order_by', 'sort', 'source'] },
    (project, call) => {
      const sha = call.query.get('sha')
      const found = project.pipelines.filter((pipeline) => !sha || pipeline.sha === sha)
      return paged(call, found.toReversed(), (pipeline) => objects.pipeline(project, pipeline))
    }
  )

  gitlab.onProject(
    'GET',
    '/pipelines/:id/jobs',
    20,
    { query: ['scope', 'include_retried'] },
    (project, call) => {
      const pipeline = project.pipelines.find(({ id }) => id === Number(call.params.id))
      return pipeline ? paged(call, pipeline.jobs, (job) => objects.job(project, pipeline, job)) : missing()
    }
  )

  gitlab.onProject('GET', '/pipelines/:id/bridges', 20, { query: ['scope'] }, (project, call) =>
    project.pipelines.some(({ id }) => id === Number(call.params.id))
      ? paged(call, [], () => null)
      : missing()
  )

  gitlab.onProject('GET', '/jobs/:id/trace', 20, {}, (project, call) => {
    const found = findJob(project, Number(call.params.id))
    return found ? { status: 200, body: found.job.log } : missing()
  })

  gitlab.onProject('POST', '/jobs/:id/retry', 30, {}, (project, call) => {
    const found = findJob(project, Number(call.params.id))
    if (!found) return missing()
    if (!['success', 'failed', 'canceled'].includes(found.job.status)) {
      return { status: 403, body: { message: '403 Forbidden - Job is not retryable' } }
    }
    // a job that is made again has a number of its own
    Object.assign(found.job, { id: gitlab.nextId(), status: 'pending', log: '' })
    return { status: 201, body: objects.job(project, found.pipeline, found.job) }
  })

  gitlab.onProject(
    'GET',
    '/repository/commits/:sha/statuses',
    20,
    { query: ['all', 'name', 'ref', 'stage'] },
    (project, call) => {
      const { sha } = call.params
      const jobs = project.pipelines
        .filter((pipeline) => pipeline.sha === sha)
        .flatMap(({ jobs: all }) => all)
        .map(({ id, name, status, allowFailure }) => ({ id, name, status, allow_failure: allowFailure }))
      const statuses = project.statuses
        .filter((status) => status.sha === sha)
        .map((status) => objects.status(status))
      return paged(call, [...jobs, ...statuses], (one) => one)
    }
  )

  const settings = ['state', 'ref', 'name', 'context', 'target_url', 'description', 'coverage', 'pipeline_id']
  gitlab.onProject('POST', '/statuses/:sha', 30, { body: settings, query: settings }, (project, call) => {
    const sha = call.params.sha!
    if (!gitlab.git.commitOf(project.path, sha)) return missing('404 Commit Not Found')
    const given = (name: string) => (call.data[name] ?? call.query.get(name)) as string | null
    const state = given('state') as GitlabStatus['status']
    const name = given('name') ?? given('context') ?? 'default'
    const known = project.statuses.find((status) => status.sha === sha && status.name === name)
    if (known?.status === state) {
      const message = `Cannot transition status via :${state} from :${state} (Reason(s): Status cannot transition via "${state}")`
      return { status: 400, body: { message: { status: [message] } } }
    }
    if (!project.pipelines.some((pipeline) => pipeline.sha === sha)) {
      gitlab.addPipeline(project.path, sha, project.defaultBranch, [], 'external')
    }
    const status = known ?? {
      id: gitlab.nextId(),
      sha,
      name,
      status: state,
      description: null,
      targetUrl: null,
    }
    Object.assign(status, {
      status: state,
      description: given('description'),
      targetUrl: given('target_url'),
    })
    if (!known) project.statuses.push(status)
    return { status: 201, body: objects.status(status) }
  })
}
