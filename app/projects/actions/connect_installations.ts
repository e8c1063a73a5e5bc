import { withTeam } from '#accounts/services/tenancy'
import type { Installation } from '#projects/git/github/app'
import { syncRepositories } from '#projects/jobs/sync_repositories'
import type { HostAddress } from '#projects/services/git_hosts'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'

export interface ConnectInstallationsInput {
  teamId: string
  userId: string | null
  by: AuditActor
  address: HostAddress
  /** As GitHub lists them for the person's own token, which is kept nowhere. */
  installations: Installation[]
}

/** Connects a GitHub App where a person has installed it. Its tokens are made when needed and last an hour. */
export default class ConnectInstallations {
  async execute({ teamId, userId, by, address, installations }: ConnectInstallationsInput) {
    return withTeam(teamId, async (trx) => {
      for (const { id: installationId, accountId, accountLogin } of installations) {
        const { rows } = await sql<{ id: string; renewed: boolean }>(
          trx,
          `insert into git_connections (team_id, host, web_url, api_url, auth, account_id, account_login,
             installation_id, created_by)
           values (?, 'github', ?, ?, 'app', ?, ?, ?, ?)
           on conflict (team_id, web_url, auth, account_id, coalesce(installation_id, 0)) do update set
             account_login = excluded.account_login, health = 'works', health_reason = null, checked_at = now(),
             updated_at = now()
           returning id, xmax <> 0 as renewed`,
          [teamId, address.webUrl, address.apiUrl, accountId, accountLogin, installationId, userId]
        )
        const { id, renewed } = rows[0]!
        await recordAudit(trx, {
          teamId,
          actor: by,
          action: renewed ? 'connection.renewed' : 'connection.made',
          subject: { kind: 'connection', id, name: accountLogin },
          details: { host: new URL(address.webUrl).host, auth: 'app' },
        })
        await enqueue(trx, syncRepositories, { teamId, payload: { connectionId: id }, key: id })
      }
    })
  }
}
