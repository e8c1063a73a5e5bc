import { withTeam } from '#accounts/services/tenancy'
import type { ParsedDelivery } from '#projects/git/host_events'
import { handleDelivery } from '#projects/jobs/handle_delivery'
import { sql } from '#shared/database/sql'
import { storableJson } from '#shared/database/storable'
import { enqueue } from '#shared/jobs/job'

export interface ReceiveDeliveryInput {
  teamId: string
  projectId: string
  deliveryId: string
  event: string
  parsed: ParsedDelivery
}

/** Keeps what a host told, once per delivery, together with the job that handles it. */
export default class ReceiveDelivery {
  /** False for one that is known already, and when the project is gone, or just going. */
  async execute({ teamId, projectId, deliveryId, event, parsed }: ReceiveDeliveryInput): Promise<boolean> {
    const events = parsed.kind === 'told' ? parsed.events : []
    const status = parsed.kind === 'malformed' ? 'malformed' : events.length > 0 ? 'received' : 'ignored'
    return withTeam(teamId, async (trx) => {
      const { rows } = await sql<{ id: string }>(
        trx,
        `insert into git_deliveries (team_id, project_id, delivery_id, event, told, status, problem)
         select team_id, id, ?, ?, cast(? as jsonb), ?, ? from projects where team_id = ? and id = ? for key share
         on conflict (project_id, delivery_id) do nothing returning id`,
        [
          deliveryId,
          event,
          events.length > 0 ? storableJson(events) : null,
          status,
          parsed.kind === 'malformed' ? parsed.why : null,
          teamId,
          projectId,
        ]
      )
      const id = rows[0]?.id
      if (!id) return false
      await sql(trx, 'update git_webhooks set last_delivery_at = now() where project_id = ?', [projectId])
      if (status === 'received') await enqueue(trx, handleDelivery, { teamId, payload: { id } })
      return true
    })
  }
}
