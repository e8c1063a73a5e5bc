import { withTeam } from '#accounts/services/tenancy'
import DisconnectAccount from '#projects/actions/disconnect_account'
import { system } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

export interface LeaveHostsInput {
  teamId: string
  /** Keeps the connections whose host does not answer now. */
  onlyIfReachable: boolean
}

/** Takes away what a team that is going for good has left at git hosts: webhooks, and tokens that were made for us. */
export default class LeaveHosts {
  /** @returns how many connections are kept to be tried again */
  async execute({ teamId, onlyIfReachable }: LeaveHostsInput): Promise<number> {
    const { rows } = await withTeam(teamId, (trx) =>
      sql<{ id: string }>(trx, 'select id from git_connections')
    )
    let kept = 0
    for (const { id } of rows) {
      const result = await new DisconnectAccount().execute({ teamId, id, by: system, onlyIfReachable })
      if (!result.ok && result.error === 'unreachable') kept += 1
    }
    return kept
  }
}
