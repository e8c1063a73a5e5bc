import type { PipelineJob } from '#projects/git/host_contract'

/** `ours`: the change may have caused it. `flaky`: the surroundings failed. `not_ours`: it failed before the change too. */
export type JobBlame = { job: string; blame: 'ours' | 'flaky' | 'not_ours'; why: string }

export interface FailedJob {
  job: PipelineJob
  /** The end of its log; null when there is none to be had. */
  log: string | null
  /** Whether the same job failed at the commit the change is based on; null when it did not run there. */
  failedBefore: boolean | null
}

/** What machines and networks say of themselves, as opposed to what a project's own tools say. */
const surroundings: readonly (readonly [RegExp, string])[] = [
  [/\b(ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENETUNREACH)\b/, 'the network failed'],
  [
    /could not resolve host|temporary failure in name resolution|tls handshake timeout/i,
    'the network failed',
  ],
  [/no space left on device|\bENOSPC\b/i, 'the runner’s disk was full'],
  [
    /runner has received a shutdown signal|lost communication with the server|runner system failure/i,
    'the runner was lost',
  ],
  [/job execution timed out while waiting|no runner|stuck_or_timeout_failure/i, 'no runner took it in time'],
  [
    /\b(502 bad gateway|503 service unavailable|504 gateway time-?out|429 too many requests)\b/i,
    'a service it needs did not answer',
  ],
  [/failed to pull image|error pulling image|toomanyrequests/i, 'its image could not be had'],
]

/** Only the end counts: what a job died of stands there, and a test may well print a network error on its way. */
const END = 4000

/** Says of a failed job whose fault it is, and why that is thought. Pure: the same job, the same answer. */
export function blameFor({ job, log, failedBefore }: FailedJob): JobBlame {
  const name = job.name
  if (failedBefore) {
    return { job: name, blame: 'not_ours', why: 'it fails at the commit the change is based on, too' }
  }
  if (log === null) return { job: name, blame: 'not_ours', why: 'it has no log that could be read' }
  const cause = surroundings.find(([pattern]) => pattern.test(log.slice(-END)))
  if (cause) return { job: name, blame: 'flaky', why: cause[1] }
  const before = failedBefore === false ? 'it passes without the change' : 'nothing else explains it'
  return { job: name, blame: 'ours', why: before }
}
