import { HostError } from '#projects/git/host_errors'
import { PermanentJobFailure } from '#shared/jobs/job'

/** A job's call to a host: what only a person can mend is not tried again. */
export async function settleHostCall(call: () => Promise<void>): Promise<void> {
  try {
    await call()
  } catch (error) {
    if (error instanceof HostError && !error.passing) throw new PermanentJobFailure(error.message)
    throw error
  }
}
