import { withTeam } from '#accounts/services/tenancy'
import { HostError } from '#projects/git/host_errors'
import {
  type ConnectionHealth,
  findConnection,
  healthAfter,
  noteHealth,
  noteRateLimit,
} from '#projects/services/connection_store'
import { openConnectionRow } from '#projects/services/open_connection'

const LOOK_TIMEOUT_MS = 30_000

/** Asks the host whether a connection still works and writes the answer down. */
export default class CheckConnection {
  /** Null when there is no such connection. */
  async execute({ teamId, id }: { teamId: string; id: string }): Promise<ConnectionHealth | null> {
    const row = await withTeam(teamId, (trx) => findConnection(trx, id))
    if (!row) return null
    const host = openConnectionRow(row, AbortSignal.timeout(LOOK_TIMEOUT_MS))
    try {
      await host.account()
      await noteHealth(teamId, id, 'works')
      await noteRateLimit(teamId, id, host.rateLimit())
      return 'works'
    } catch (error) {
      const known = error instanceof HostError || error instanceof DOMException
      if (!known) throw error
      const health = healthAfter(error, row.token_expires_at) ?? 'unreachable'
      const reason = error instanceof HostError ? error.message : 'The host did not answer in time.'
      await noteHealth(teamId, id, health, reason)
      return health
    }
  }
}
