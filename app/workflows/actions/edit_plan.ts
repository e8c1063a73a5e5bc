import type { Plan } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'
import { jsonArtifact, latestJson, storeArtifacts } from '#workflows/services/artifacts'
import { appendEvents } from '#workflows/services/event_log'
import { announce } from '#workflows/services/live_channel'
import { lockWorkflow } from '#workflows/services/transitions'

/** What a person may say otherwise: how the work is done and what it costs stays as it was found. */
export type PlanWords = Pick<Plan, 'summary' | 'steps' | 'risks' | 'tests'>

export interface EditPlanInput {
  teamId: string
  workflowId: string
  words: PlanWords
  actor: AuditActor
}

/** Changes the plan of a workflow that waits for somebody to agree to it. The first one is kept. */
export default class EditPlan {
  async execute({
    teamId,
    workflowId,
    words,
    actor,
  }: EditPlanInput): Promise<Result<Plan, 'not_found' | 'not_waiting' | 'by_recipe'>> {
    const result = await withTeam(teamId, async (trx) => {
      const workflow = await lockWorkflow(trx, workflowId)
      if (!workflow) return err('not_found' as const)
      const step = await trx
        .from('workflow_steps')
        .where({ workflow_id: workflowId, name: 'plan', status: 'waiting' })
        .select('id')
        .first()
      const before = await latestJson<Plan>(trx, workflowId, 'plan')
      if (workflow.status !== 'waiting' || !step || !before) return err('not_waiting' as const)
      // A recipe knows one way; other words would not be followed.
      if (!before.method.startsWith('model:')) return err('by_recipe' as const)
      const plan: Plan = { ...before, ...words }
      const owner = { teamId, workflowId, stepId: step.id }
      const [stored] = await storeArtifacts(trx, owner, [jsonArtifact('plan', plan)])
      await recordAudit(trx, {
        teamId,
        actor,
        action: 'plan.edited',
        subject: { kind: 'workflow', id: workflowId },
      })
      return ok({ plan, events: await appendEvents(trx, owner, [stored!.event]) })
    })
    if (!result.ok) return result
    announce(teamId, workflowId, result.value.events)
    return ok(result.value.plan)
  }
}
