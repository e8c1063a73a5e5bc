import type { Job } from '#shared/jobs/job'

export interface IndexMeaningPayload {
  projectId: string
}

const ATTEMPTS = 5

/** Makes the vectors that a project's newest map lacks. Why it could not is told beside the search. */
export const indexMeaningJob: Job<IndexMeaningPayload> = {
  name: 'intelligence.index_meaning',
  maxAttempts: ATTEMPTS,
  leaseSeconds: 1800,
  async run({ projectId }, { teamId, attempt, signal }) {
    const { default: IndexMeaning } = await import('#intelligence/actions/index_meaning')
    await new IndexMeaning().execute({ teamId: teamId!, projectId, lastTry: attempt >= ATTEMPTS, signal })
  },
}
