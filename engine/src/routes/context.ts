import type { TeamKey } from '../../contract/keys.ts'
import type { EngineClaims } from '../../contract/token.ts'
import type { TokenKey } from '../auth/team_keys.ts'
import type { Env } from '../env.ts'
import type { Log } from '../log.ts'
import type { Health } from '../providers/health.ts'
import type { SnapshotStore } from '../snapshots/store.ts'
import type { StateSeal } from '../state/sealed_state.ts'

/** What every route needs, made once at start. */
export interface Services {
  env: Env
  log: Log
  snapshots: SnapshotStore
  /** Closes and opens what conversations need to go on. */
  seal: StateSeal
  /** Opens the keys that teams send. */
  tokenKey: TokenKey
  health: Health
  /** Aborted when the process is asked to stop. */
  stopping: AbortSignal
}

export interface EngineBindings {
  Variables: { requestId: string; claims: EngineClaims; teamKeys: TeamKey[] }
}
