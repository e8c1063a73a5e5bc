import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { withTeam } from '#accounts/services/tenancy'
import type { HostKind } from '#projects/git/host_contract'
import { removeWebhook } from '#projects/jobs/remove_webhook'
import { webhookUrl } from '#projects/services/webhook_address'
import { type AuditActor, recordAudit, system } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'
import { err, ok, type Result } from '#shared/result'
import env from '#start/env'

export interface RemoveProjectInput {
  teamId: string
  id: string
  by?: AuditActor
}

interface Hooked {
  webhook: string
  host: HostKind
  connectionId: string
  repositoryId: string
  path: string
}

/** Removes a project with all that hangs on it; branches that were pushed stay where they are. */
export default class RemoveProject {
  async execute({
    teamId,
    id,
    by = system,
  }: RemoveProjectInput): Promise<Result<null, 'not_found' | 'busy'>> {
    const result = await withTeam(teamId, async (trx) => {
      const project = await trx.from('projects').where('id', id).select('id', 'name').forUpdate().first()
      if (!project) return err('not_found' as const)
      const busy = await trx
        .from('workflows')
        .where('project_id', id)
        .whereNot('status', 'finished')
        .select('id')
        .first()
      if (busy) return err('busy' as const)
      await this.#takeWebhookAlong(trx, teamId, id)
      await trx.from('projects').where('id', id).delete()
      const subject = { kind: 'project', id, name: project.name }
      await recordAudit(trx, { teamId, actor: by, action: 'project.removed', subject })
      return ok(null)
    })
    if (result.ok) {
      await rm(join(env.get('DATA_DIR'), 'mirrors', teamId, id), { recursive: true, force: true })
      await rm(join(env.get('DATA_DIR'), 'remotes', teamId, `${id}.git`), { recursive: true, force: true })
    }
    return result
  }
  async #takeWebhookAlong(trx: TransactionClientContract, teamId: string, id: string) {
    const { rows } = await sql<Hooked>(
      trx,
      `select w.id as webhook, w.host, p.connection_id as "connectionId", p.host_repository_id as "repositoryId",
         p.host_repository_path as path
       from git_webhooks w join projects p on p.id = w.project_id
       where p.id = ? and p.connection_id is not null and w.state <> 'waiting' for update of w`,
      [id]
    )
    for (const { webhook, host, connectionId, repositoryId, path } of rows) {
      const payload = { connectionId, repository: { id: repositoryId, path }, url: webhookUrl(host, webhook) }
      await enqueue(trx, removeWebhook, { teamId, payload })
    }
  }
}
