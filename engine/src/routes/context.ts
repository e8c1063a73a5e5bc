import type { EngineClaims } from '../../contract/token.ts'
import type { Env } from '../env.ts'
import type { Log } from '../log.ts'
import type { ModelProvider } from '../providers/provider.ts'
import type { SnapshotStore } from '../snapshots/store.ts'

/** What every route needs, made once at start. */
export interface Services {
  env: Env
  log: Log
  snapshots: SnapshotStore
  /** Null when no key is configured. */
  models: ModelProvider | null
  /** Aborted when the process is asked to stop. */
  stopping: AbortSignal
}

export interface EngineBindings {
  Variables: { requestId: string; claims: EngineClaims }
}
