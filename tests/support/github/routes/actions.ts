import { hash } from 'node:crypto'
import { forbidden, invalid, notFound, paged } from '#tests/support/github/replies'
import type { GithubStandIn } from '#tests/support/github/stand_in'
import type { GithubRepository, GithubStatus } from '#tests/support/github/state'
import { pathOf } from '#tests/support/github/state'

const findJob = (repository: GithubRepository, id: number) => {
  for (const run of repository.runs) {
    const job = run.jobs.find((one) => one.id === id)
    if (job) return { run, job }
  }
  return null
}

export function actionRoutes(github: GithubStandIn) {
  const { objects } = github

  github.onRepository('GET', '/actions/runs', 'read', (repository, call) => {
    const sha = call.query.get('head_sha')
    const runs = repository.runs.filter((run) => !sha || run.sha === sha).reverse()
    return withTag(
      paged(call, runs, (page) => ({
        total_count: runs.length,
        workflow_runs: page.map((run) => objects.run(repository, run)),
      })),
      call.headers['if-none-match']
    )
  })

  github.onRepository('GET', '/actions/runs/:run/jobs', 'read', (repository, call) => {
    const run = repository.runs.find(({ id }) => id === Number(call.params.run))
    if (!run) return notFound
    return withTag(
      paged(call, run.jobs, (page) => ({
        total_count: run.jobs.length,
        jobs: page.map((job) => objects.job(repository, run, job)),
      })),
      call.headers['if-none-match']
    )
  })

  // the log is elsewhere, at an address that is good for a minute
  github.onRepository('GET', '/actions/jobs/:job/logs', 'read', (repository, call) => {
    const found = findJob(repository, Number(call.params.job))
    if (!found) return notFound
    return {
      status: 302,
      headers: { location: `${github.url}/storage/${pathOf(repository)}/${found.job.id}` },
    }
  })
  github.server.on('GET', '/storage/:owner/:repo/:job', (call) => {
    // storage is not GitHub and must not be told the token
    if (call.headers.authorization && call.headers.host !== new URL(github.url).host) return { status: 400 }
    const repository = github.repositories.get(`${call.params.owner}/${call.params.repo}`)
    const found = repository && findJob(repository, Number(call.params.job))
    return found ? { status: 200, body: found.job.log } : { status: 404 }
  })

  github.onRepository('POST', '/actions/jobs/:job/rerun', 'write', (repository, call) => {
    const found = findJob(repository, Number(call.params.job))
    if (!found) return notFound
    if (found.job.status !== 'completed')
      return forbidden('The workflow run containing this job is already running')
    Object.assign(found.job, { status: 'queued', conclusion: null, attempt: found.job.attempt + 1, log: '' })
    return { status: 201, body: {} }
  })

  github.onRepository('GET', '/commits/*ref/check-runs', 'read', (repository, call) => {
    const checks = repository.runs
      .filter(({ sha }) => sha === call.params.ref)
      .flatMap((run) => run.jobs.map((job) => objects.check(repository, run, job)))
    return withTag(
      paged(call, checks, (page) => ({ total_count: checks.length, check_runs: page })),
      call.headers['if-none-match']
    )
  })

  github.onRepository('GET', '/commits/*ref/status', 'read', (repository, call) => {
    const newest = new Map<string, GithubStatus>()
    for (const status of repository.statuses)
      if (status.sha === call.params.ref) newest.set(status.context, status)
    const base = github.example('combined-commit-status')
    const statuses = [...newest.values()].map((status) => ({
      ...simpleStatus(base),
      ...objects.status(status),
    }))
    const body = {
      ...base,
      sha: call.params.ref,
      state: 'pending',
      total_count: statuses.length,
      statuses: statuses.map(({ creator: _, ...status }) => status),
      repository: objects.repository(repository, 'read', 'minimal-repository'),
    }
    return withTag({ status: 200, body }, call.headers['if-none-match'])
  })

  github.onRepository('POST', '/statuses/:sha', 'write', (repository, call, { login }) => {
    const sha = call.params.sha!
    if (!github.git.commitOf(pathOf(repository), sha)) return invalid([`No commit found for SHA: ${sha}`])
    const status: GithubStatus = {
      id: github.nextId(),
      sha,
      state: call.data.state as GithubStatus['state'],
      context: String(call.data.context ?? 'default'),
      description: (call.data.description as string) ?? null,
      targetUrl: (call.data.target_url as string) ?? null,
      creator: login,
      createdAt: new Date().toISOString(),
    }
    repository.statuses.push(status)
    return { status: 201, body: { ...objects.status(status), creator: objects.simpleUser(login) } }
  })
}

const simpleStatus = (base: Record<string, unknown>) => (base.statuses as Record<string, unknown>[])[0]

/** Conditional requests: what has not changed is answered with nothing, and costs nothing. */
function withTag<R extends { status: number; body?: unknown; headers?: Record<string, string> }>(
  reply: R,
  known?: string
): R {
  const tag = `W/"${hash('sha256', JSON.stringify(reply.body))}"`
  if (known === tag) return { ...reply, status: 304, body: undefined, headers: { etag: tag } }
  return { ...reply, headers: { ...reply.headers, etag: tag } }
}
