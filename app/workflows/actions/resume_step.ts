import { withTeam } from '#accounts/services/tenancy'
import type { StepName } from '#workflows/enums/step_name'
import { ringSoon } from '#workflows/services/bell'
import { appendEvents } from '#workflows/services/event_log'
import { announce } from '#workflows/services/live_channel'
import { lockWorkflow, queueStep } from '#workflows/services/transitions'

export interface ResumeStepInput {
  teamId: string
  workflowId: string
  step: StepName
  attempt: number
}

/** Wakes a step that has lain down by itself. One that waits for a person, or is not waiting any more, is left alone. */
export default class ResumeStep {
  async execute({ teamId, workflowId, step, attempt }: ResumeStepInput) {
    const owner = { teamId, workflowId }
    const events = await withTeam(teamId, async (trx) => {
      const workflow = await lockWorkflow(trx, workflowId)
      if (workflow?.status !== 'running') return []
      return appendEvents(trx, owner, await queueStep(trx, owner, step, attempt))
    })
    announce(teamId, workflowId, events)
    if (events.length > 0) ringSoon()
  }
}
