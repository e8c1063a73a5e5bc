import { isTestPath, type Plan } from '@agentops/engine/contract'
import type { Exchanges } from '#workflows/services/exchanges'
import type { Executions } from '#workflows/services/execute_requests'
import { plantMistakes } from '#workflows/services/plant_mistakes'
import type { StepContext } from '#workflows/steps/step_context'
import type { Strength } from '#workflows/verification/strength'

/** Enough to tell a weak suite, in a time that nobody waits for. */
const SAMPLE = { most: 8, budgetMs: 20_000 }

/**
 * How much the tests notice, today, in the code that a plan is going to change. Null where that cannot be said:
 * no tests, tests that fail as it is, no such code.
 */
export async function existingStrength(
  context: StepContext,
  executions: Executions,
  exchanges: Exchanges,
  plan: Plan
): Promise<Strength | null> {
  const places = plan.files
    .filter(({ path, change }) => change === 'edit' && !isTestPath(path))
    .map(({ path }) => ({ path, lines: [] }))
  if (places.length === 0) return null
  const asked = { places, commit: context.workflow.baseCommit }
  return exchanges.recall('How much the tests notice as they are', asked, async () => {
    const tests = await executions.forPlanting()
    if (tests === null) return null
    return plantMistakes(context, { ...tests, ...SAMPLE, edits: [], places })
  })
}
