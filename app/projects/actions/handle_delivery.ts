import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { withTeam } from '#accounts/services/tenancy'
import HostEventReceived from '#projects/events/host_event_received'
import type { HostEvent } from '#projects/git/host_events'
import { syncRepositories } from '#projects/jobs/sync_repositories'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'

interface Row {
  project_id: string
  connection_id: string | null
  delivery_id: string
  told: HostEvent[]
}

/**
 * Tells the listeners what a host told. They write in the same transaction that marks the delivery as
 * handled, so that it has its effect once, however often it was delivered and wherever this is cut off.
 */
export default class HandleDelivery {
  async execute({ teamId, id }: { teamId: string; id: string }): Promise<void> {
    await withTeam(teamId, async (trx) => {
      const { rows } = await sql<Row>(
        trx,
        `update git_deliveries d set status = 'handled', handled_at = now(), problem = null
         from projects p where d.id = ? and d.status = 'received' and p.id = d.project_id
         returning d.project_id, d.delivery_id, d.told, p.connection_id`,
        [id]
      )
      const row = rows[0]
      if (!row) return
      const { project_id: projectId, connection_id: connectionId, delivery_id: deliveryId } = row
      for (const event of row.told) {
        if (event.kind === 'repository') await this.#repositoryChanged(trx, teamId, row, event)
        await HostEventReceived.dispatch(trx, { teamId, projectId, connectionId, deliveryId, event })
      }
    })
  }

  /** A rename moves the project along; everything else shows in the list once it is read again. */
  async #repositoryChanged(
    trx: TransactionClientContract,
    teamId: string,
    { project_id: projectId, connection_id: connectionId }: Row,
    { change, repository }: HostEvent & { kind: 'repository' }
  ) {
    if (change === 'renamed' && repository.path) {
      await sql(trx, 'update projects set host_repository_path = ? where id = ? and host_repository_id = ?', [
        repository.path,
        projectId,
        repository.id,
      ])
    }
    if (!connectionId) return
    await enqueue(trx, syncRepositories, { teamId, payload: { connectionId }, key: connectionId })
  }
}
