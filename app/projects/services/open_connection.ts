import logger from '@adonisjs/core/services/logger'
import { withTeam } from '#accounts/services/tenancy'
import { appSlug } from '#projects/git/github/app'
import type { GitHost, RateLimit } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { openHost } from '#projects/git/open_host'
import {
  type ConnectionRow,
  findConnection,
  healthAfter,
  noteHealth,
  noteRateLimit,
} from '#projects/services/connection_store'
import { connectionToken } from '#projects/services/connection_token'
import { githubApp, storedHost } from '#projects/services/git_hosts'

/** Often enough for an operator, and seldom enough for a database. */
const NOTE_MS = 60_000
const notedAt = new Map<string, number>()

function noteNowAndThen(teamId: string, id: string, limit: RateLimit) {
  if (Date.now() - (notedAt.get(id) ?? 0) < NOTE_MS) return
  notedAt.set(id, Date.now())
  noteRateLimit(teamId, id, limit).catch((problem) =>
    logger.warn({ err: problem }, 'the budget of a connection could not be written down')
  )
}

/** Opens a connection that was read before; what calls find out about its token is written down. */
export function openConnectionRow(row: ConnectionRow, signal?: AbortSignal): GitHost {
  const { id, team_id: teamId, host: kind, auth, token_expires_at: expiresAt } = row
  const address = storedHost(kind, row.web_url, row.api_url)
  return openHost({
    ...address,
    auth,
    token: () => connectionToken(teamId, id),
    ownLogin:
      auth === 'app' ? async () => `${await appSlug({ ...address, ...githubApp()! })}[bot]` : undefined,
    paceKey: id,
    signal,
    onLimit: (limit) => noteNowAndThen(teamId, id, limit),
    onFailure: (error) => {
      const health = healthAfter(error, expiresAt)
      if (health !== 'revoked' && health !== 'expired') return
      noteHealth(teamId, id, health, error.message).catch((problem) =>
        logger.warn({ err: problem }, 'the health of a connection could not be written down')
      )
    },
  })
}

/** @throws HostError `not_found` for a connection that is gone or another team's */
export async function openConnection(teamId: string, id: string, signal?: AbortSignal): Promise<GitHost> {
  const row = await withTeam(teamId, (trx) => findConnection(trx, id))
  if (row) return openConnectionRow(row, signal)
  throw new HostError(
    'not_found',
    'There is no such connection. Connect the account under Settings, Connections.'
  )
}
