import { setTimeout as wait } from 'node:timers/promises'
import gitHosts from '#config/git_hosts'
import { HostError } from '#projects/git/host_errors'

const TRIES = 5
const LONGEST_MS = 60_000

/**
 * Does again what failed for a reason that passes, such as a lost answer or a short limit: for what looks
 * before it acts. A longer wait is the caller's to decide on.
 */
export async function patiently<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof HostError) || !error.passing || attempt === TRIES) throw error
      const usual = gitHosts.retryBaseMs * 2 ** attempt * (0.5 + Math.random())
      const pause = Math.max(usual, error.retryAt ? error.retryAt.getTime() - Date.now() : 0)
      if (pause > LONGEST_MS) throw error
      await wait(pause, undefined, { signal })
    }
  }
}
