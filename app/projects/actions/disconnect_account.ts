import logger from '@adonisjs/core/services/logger'
import { withTeam } from '#accounts/services/tenancy'
import type { RepositoryRef } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { type ConnectionRow, findConnection, unsealed } from '#projects/services/connection_store'
import { oauthOf } from '#projects/services/connection_token'
import { oauthClient, storedHost } from '#projects/services/git_hosts'
import { openConnectionRow } from '#projects/services/open_connection'
import { webhookUrl } from '#projects/services/webhook_address'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

const AT_HOST_TIMEOUT_MS = 30_000

export interface DisconnectAccountInput {
  teamId: string
  id: string
  by: AuditActor
  /** Leaves everything as it is when the host does not answer now, so that it can be tried again. */
  onlyIfReachable?: boolean
}

interface Hooked extends RepositoryRef {
  webhook: string
}

/**
 * Takes a connection away: first what we left at the host (webhooks, the token), then the tokens here. A host
 * that cannot be reached does not keep it; `left` then counts the webhooks that stay there without effect.
 */
export default class DisconnectAccount {
  async execute(
    input: DisconnectAccountInput
  ): Promise<Result<{ left: number }, 'not_found' | 'unreachable'>> {
    const { teamId, id, by, onlyIfReachable = false } = input
    const found = await withTeam(teamId, async (trx) => {
      const row = await findConnection(trx, id)
      const { rows } = await sql<Hooked>(
        trx,
        `select p.host_repository_id as id, p.host_repository_path as path, w.id as webhook
         from projects p join git_webhooks w on w.project_id = p.id where p.connection_id = ?`,
        [id]
      )
      return row && { row, hooked: rows }
    })
    if (!found) return err('not_found')
    const { left, passing } = await this.#removeWebhooks(found.row, found.hooked)
    if (passing && onlyIfReachable) return err('unreachable')
    await this.#revokeToken(found.row)
    await withTeam(teamId, async (trx) => {
      await sql(
        trx,
        'delete from git_webhooks w using projects p where p.id = w.project_id and p.connection_id = ?',
        [id]
      )
      const { rowCount } = await sql(trx, 'delete from git_connections where id = ?', [id])
      if (rowCount === 0) return
      await recordAudit(trx, {
        teamId,
        actor: by,
        action: 'connection.removed',
        subject: { kind: 'connection', id, name: found.row.account_login },
        details: { host: new URL(found.row.web_url).host, webhooksLeft: left },
      })
    })
    return ok({ left })
  }

  /** How many are left there, and whether trying again could help. */
  async #removeWebhooks(row: ConnectionRow, hooked: Hooked[]) {
    const host = openConnectionRow(row, AbortSignal.timeout(AT_HOST_TIMEOUT_MS))
    let left = 0
    let passing = false
    for (const { webhook, ...repository } of hooked) {
      try {
        await host.deleteWebhook(repository, webhookUrl(row.host, webhook))
      } catch (error) {
        if (!(error instanceof HostError || error instanceof DOMException)) throw error
        left += 1
        passing ||= !(error instanceof HostError) || error.passing
      }
    }
    return { left, passing }
  }

  /** A token that a person made by hand is theirs; one that came by consent was made for us. */
  async #revokeToken(row: ConnectionRow) {
    const client = row.auth === 'oauth' ? oauthClient(row.host) : null
    if (!client || !row.token_encrypted) return
    try {
      const access = { ...storedHost(row.host, row.web_url, row.api_url), ...client }
      await oauthOf[row.host].revoke(access, unsealed(row.token_encrypted))
    } catch (error) {
      logger.info({ err: error }, 'the token of a connection could not be revoked at its host')
    }
  }
}
