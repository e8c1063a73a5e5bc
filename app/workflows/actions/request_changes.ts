import { randomUUID } from 'node:crypto'
import { withTeam } from '#accounts/services/tenancy'
import type { AuditActor } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'
import ReworkChange, { type ReworkRefusal } from '#workflows/actions/rework_change'
import { ringSoon } from '#workflows/services/bell'
import { type DeliveredRefusal, refuseDelivered } from '#workflows/services/delivered_change'
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
  /** The same key has its effect once on a change that was delivered. */
  idempotencyKey?: string | undefined
}

export type RequestChangesRefusal = DeliveredRefusal | ReworkRefusal

/** Sends a finished change back with a sentence: instead of letting it leave, or after it has left. */
export default class RequestChanges {
  /** @throws PlanLimitException for a finished workflow, which counts like a new one */
  async execute(input: RequestChangesInput): Promise<Result<null, RequestChangesRefusal>> {
    const held = await this.#sendBackHeld(input)
    if (held.ok || held.error !== 'not_waiting') return held as Result<null, RequestChangesRefusal>
    const refused = await refuseDelivered(input)
    if (refused) return err(refused)
    const origin = `request:${input.idempotencyKey ?? randomUUID()}`
    return new ReworkChange().execute({ ...input, origin })
  }

  async #sendBackHeld(
    input: RequestChangesInput
  ): Promise<Result<null, 'not_found' | 'not_waiting' | 'recipe'>> {
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
