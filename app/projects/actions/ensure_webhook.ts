import { withTeam } from '#accounts/services/tenancy'
import type { HostKind } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { unsealed } from '#projects/services/connection_store'
import { hostOfProject } from '#projects/services/host_of_project'
import { webhookUrl } from '#projects/services/webhook_address'
import { sql } from '#shared/database/sql'

export interface EnsureWebhookInput {
  teamId: string
  projectId: string
  signal?: AbortSignal
}

interface Row {
  id: string
  host: HostKind
  secret_encrypted: string
}

/** Sees to it that the host delivers a project's events here, and writes down whether it does. */
export default class EnsureWebhook {
  /** @throws HostError after it has been written down */
  async execute({ teamId, projectId, signal }: EnsureWebhookInput): Promise<void> {
    const found = await hostOfProject(teamId, projectId, signal)
    const webhook = await withTeam(teamId, async (trx) => {
      const { rows } = await sql<Row>(
        trx,
        'select id, host, secret_encrypted from git_webhooks where project_id = ?',
        [projectId]
      )
      return rows[0]
    })
    if (!found || !webhook) return
    try {
      await found.host.ensureWebhook(found.repository, {
        url: webhookUrl(webhook.host, webhook.id),
        secret: unsealed(webhook.secret_encrypted),
      })
      const { rowCount } = await this.#note(teamId, webhook.id, null)
      // The project was removed meanwhile, and whoever removed it found no webhook there yet.
      if (rowCount === 0)
        await found.host.deleteWebhook(found.repository, webhookUrl(webhook.host, webhook.id))
    } catch (error) {
      if (error instanceof HostError) await this.#note(teamId, webhook.id, error.message)
      throw error
    }
  }

  #note(teamId: string, id: string, problem: string | null) {
    return withTeam(teamId, (trx) =>
      sql(trx, 'update git_webhooks set state = ?, problem = ?, checked_at = now() where id = ?', [
        problem === null ? 'works' : 'failed',
        problem,
        id,
      ])
    )
  }
}
