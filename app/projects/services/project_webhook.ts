import { randomBytes } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { HostKind } from '#projects/git/host_contract'
import { ensureWebhook } from '#projects/jobs/ensure_webhook'
import { sealed } from '#projects/services/connection_store'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'

/** Gives a project its webhook: an address and a secret of its own, made at the host by a job. */
export async function addWebhook(
  trx: TransactionClientContract,
  { teamId, projectId, host }: { teamId: string; projectId: string; host: HostKind }
) {
  await sql(
    trx,
    `insert into git_webhooks (team_id, project_id, host, secret_encrypted) values (?, ?, ?, ?)
     on conflict (project_id) do nothing`,
    [teamId, projectId, host, sealed(randomBytes(32).toString('base64url'))]
  )
  await enqueue(trx, ensureWebhook, { teamId, payload: { projectId }, key: projectId })
}
