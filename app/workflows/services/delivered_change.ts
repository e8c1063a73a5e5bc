import { teamRows } from '#accounts/services/team_rows'
import { HostError } from '#projects/git/host_errors'
import { hostOfProject } from '#projects/services/host_of_project'

/** `closed`, `moved`: at the host. `host_silent`: it did not say. */
export type DeliveredRefusal = 'not_found' | 'not_delivered' | 'closed' | 'moved' | 'host_silent'

interface Delivered {
  projectId: string
  finished: boolean
  pushedCommit: string | null
  changeRequest: number | null
}

const LOOK_TIMEOUT_MS = 15_000

const query = `
  select project_id as "projectId", status = 'finished' as finished, pushed_commit as "pushedCommit",
    change_request_number as "changeRequest"
  from workflows where id = $1`

/** Why a change that has left cannot be worked on where it is; null when it can. */
export async function refuseDelivered({
  teamId,
  workflowId,
}: {
  teamId: string
  workflowId: string
}): Promise<DeliveredRefusal | null> {
  const [own] = await teamRows<Delivered>(teamId, query, [workflowId])
  if (!own) return 'not_found'
  if (!own.pushedCommit) return 'not_delivered'
  if (own.changeRequest === null) return null
  try {
    const target = await hostOfProject(teamId, own.projectId, AbortSignal.timeout(LOOK_TIMEOUT_MS))
    if (!target) return null
    const { state, headCommit } = await target.host.changeRequest(target.repository, own.changeRequest)
    if (state !== 'open') return 'closed'
    // While a workflow goes on, its branch may be ahead of what it has written down.
    return own.finished && headCommit !== own.pushedCommit ? 'moved' : null
  } catch (error) {
    if (error instanceof HostError) return error.code === 'not_found' ? 'closed' : 'host_silent'
    throw error
  }
}
