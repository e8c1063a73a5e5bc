import { answersFolder, keptAnswersMs } from '../providers/response_cache.ts'
import type { SnapshotStore } from '../snapshots/store.ts'
import { forgetOlder } from './forget_older.ts'

const everyMs = 3600_000

/**
 * Forgets now and every hour what nobody has asked for lately: the engine knows no teams that end, so what it holds
 * of them ends by age, long before the grace period of a deleted team does. Returns how to stop.
 */
export function forgetRegularly(dataDir: string, snapshots: SnapshotStore): () => void {
  const forget = () =>
    void Promise.all([snapshots.forgetUnused(), forgetOlder(answersFolder(dataDir), keptAnswersMs)]).catch(
      // A folder that cannot be emptied now is looked at again in an hour.
      () => undefined
    )
  forget()
  const timer = setInterval(forget, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
