import type { PipelineJob, PipelineState } from '#projects/git/host_contract'

/** The first that any job is in decides. A failure that is allowed counts as a success. */
const order: PipelineState[] = ['failed', 'running', 'pending', 'cancelled', 'success', 'skipped']

/** What the jobs come to together: red as soon as one is, green only when none is left. */
export function pipelineStateOf(jobs: Pick<PipelineJob, 'state' | 'allowedToFail'>[]): PipelineState {
  const states = new Set(
    jobs.map(({ state, allowedToFail }) => (state === 'failed' && allowedToFail ? 'success' : state))
  )
  return order.find((state) => states.has(state)) ?? 'pending'
}
