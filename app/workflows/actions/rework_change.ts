import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { withTeam } from '#accounts/services/tenancy'
import type { AuditActor } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'
import type { StepStatus } from '#workflows/enums/status'
import type { StoredEvent } from '#workflows/enums/workflow_event'
import { ringSoon } from '#workflows/services/bell'
import { appendEvents } from '#workflows/services/event_log'
import { announce } from '#workflows/services/live_channel'
import { madeByRecipe } from '#workflows/services/made_by_recipe'
import { addMessage, isKnownMessage } from '#workflows/services/messages'
import { sendBack } from '#workflows/services/send_back'
import { lockWorkflow } from '#workflows/services/transitions'
import type { WaitingStep } from '#workflows/services/waiting_step'
import { countWorkflow, refuseWorkflow, workflowAllowance } from '#workflows/services/workflow_allowance'

export interface ReworkChangeInput {
  teamId: string
  workflowId: string
  /** What should be different: the instruction of the next attempt. */
  text: string
  actor: AuditActor
  /** What asks, named the same each time: it has its effect once. */
  origin: string
}

/** `busy`: it tests or delivers this very moment; ask again when that is over. */
export type ReworkRefusal = 'not_found' | 'recipe' | 'busy'

type Current = WaitingStep & { status: StepStatus }

/**
 * Has a change that was delivered written anew, on the branch that is there. One that is being written
 * already hears of it instead.
 */
export default class ReworkChange {
  /** @throws PlanLimitException for a finished workflow, which counts like a new one */
  async execute(input: ReworkChangeInput): Promise<Result<null, ReworkRefusal>> {
    const { teamId, workflowId } = input
    const allowance = await workflowAllowance(teamId)
    const result = await withTeam(
      teamId,
      async (trx): Promise<Result<StoredEvent[], ReworkRefusal | 'limit'>> => {
        const workflow = await lockWorkflow(trx, workflowId)
        if (!workflow) return err('not_found')
        if (await isKnownMessage(trx, workflowId, input.origin)) return ok([])
        if (await madeByRecipe(trx, workflowId)) return err('recipe')
        if (workflow.status === 'finished') {
          if (allowance && !(await countWorkflow(trx, teamId, allowance))) return err('limit')
          return ok(await sendBack(trx, input, null))
        }
        const step = await currentStep(trx, workflowId)
        if (step && liesDown(step)) return ok(await sendBack(trx, input, step))
        if (!step || ['test', 'publish', 'pipeline'].includes(step.name)) return err('busy')
        const added = await addMessage(trx, input)
        return ok(added ? await appendEvents(trx, input, [added.event]) : [])
      }
    )
    if (!result.ok) return err(result.error === 'limit' ? await refuseWorkflow(teamId) : result.error)
    announce(teamId, workflowId, result.value)
    ringSoon()
    return ok(null)
  }
}

async function currentStep(trx: TransactionClientContract, workflowId: string) {
  const { rows } = await sql<Current>(
    trx,
    `select id, name, attempt, status from workflow_steps
     where workflow_id = ? and status in ('queued', 'running', 'waiting') limit 1`,
    [workflowId]
  )
  return rows[0] ?? null
}

/** It waits for a person, or for the host: nobody works on it. */
const liesDown = ({ name, status }: Current) =>
  (status === 'waiting' && (name === 'publish' || name === 'pipeline')) ||
  (status === 'queued' && name === 'pipeline')
