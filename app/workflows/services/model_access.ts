import { setTimeout as wait } from 'node:timers/promises'
import { type Access, openAccess } from '#llm/services/engine_access'
import type { EngineError } from '#shared/engine/engine_error'
import { type StepContext, StepFailure } from '#workflows/steps/step_context'

const PAUSE_MS = 2_000
/** Calls end sooner than this; money that is held longer is not coming back soon. */
const LONGEST_WAIT_MS = 20 * 60_000
const MAX_RAISES = 6

/**
 * What a step's next call of the engine may use models with. Where calls that run elsewhere hold the rest of
 * a budget, it waits for them.
 *
 * @throws StepFailure when that takes too long
 */
export async function accessFor(context: StepContext, needed: number | null): Promise<Access> {
  const { lease, project, workflow, log, signal } = context
  const spender = {
    teamId: lease.teamId,
    projectId: project.id,
    workflowId: lease.workflowId,
    stepId: lease.stepId,
  }
  const until = Date.now() + LONGEST_WAIT_MS
  for (let said = false; ; said = true) {
    // Whoever runs a task again wants another answer than the one that is kept.
    const answer = await openAccess(spender, { needed, useCache: workflow.parentId === null })
    if (answer.kind === 'open') return answer.access
    if (Date.now() > until) throw new StepFailure(answer.message, 'over_budget')
    if (!said) log.note(answer.message)
    await wait(PAUSE_MS, undefined, { signal })
  }
}

/**
 * What the next call needs, after one was too dear for what it had been given.
 *
 * @throws StepFailure when there is no more to give
 */
export function moreThan({ allowance, why }: Access, error: EngineError, tries: number): number {
  const needed = error.neededMicros
  if (allowance.final || needed === null || tries >= MAX_RAISES)
    throw new StepFailure(why || error.message, 'over_budget')
  // Some room, so that the answer need not be the shortest possible.
  return needed * 2
}
