import type { Job } from '#shared/jobs/job'
import type { Schedule } from '#shared/jobs/worker'

/** Every background job of the app; a job that is not here goes to the dead ones. */
export const jobs: readonly Job<never>[] = []

/** What comes again by itself. */
export const schedules: readonly Schedule[] = []
