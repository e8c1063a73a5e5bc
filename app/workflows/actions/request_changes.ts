import { withTeam } from '#accounts/services/tenancy'
import type { AuditActor } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'
import { ringSoon } from '#workflows/services/bell'
import { announce } from '#workflows/services/live_channel'
import { madeByRecipe } from '#workflows/services/made_by_recipe'
import { sendBack } from '#workflows/services/send_back'
import { lockWorkflow } from '#workflows/services/transitions'
import { waitingStep } from '#workflows/services/waiting_step'

export interface RequestChangesInput {
  teamId: string
  workflowId: string
  /** What should be different: the instruction of the next attempt. */
  text: string
  actor: AuditActor
}

export type RequestChangesRefusal = 'not_found' | 'not_waiting' | 'recipe'

/** Instead of letting a change leave, sends it back with a sentence. */
export default class RequestChanges {
  async execute(input: RequestChangesInput): Promise<Result<null, RequestChangesRefusal>> {
    const { teamId, workflowId } = input
    const result = await withTeam(teamId, async (trx) => {
      if (!(await lockWorkflow(trx, workflowId))) return err('not_found' as const)
      const waiting = await waitingStep(trx, workflowId)
      if (waiting?.name !== 'publish') return err('not_waiting' as const)
      if (await madeByRecipe(trx, workflowId)) return err('recipe' as const)
      return ok(await sendBack(trx, input, waiting))
    })
    if (!result.ok) return result
    announce(teamId, workflowId, result.value)
    ringSoon()
    return ok(null)
  }
}
