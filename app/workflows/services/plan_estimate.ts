import type { Plan } from '@agentops/engine/contract'
import { type PastChanges, pastChanges } from '#workflows/queries/past_changes'
import type { StepContext } from '#workflows/steps/step_context'

/** Fewer say little about the next one. */
const ENOUGH = 5

const dollars = (micros: number) => `$${(micros / 1_000_000).toFixed(micros < 100_000 ? 4 : 2)}`

/** The project's own past says more than a guess by size, once there is enough of it. */
export async function withHistory(context: StepContext, plan: Plan): Promise<Plan> {
  if (!plan.method.startsWith('model:')) return plan
  const past = await pastChanges(context.lease.teamId, context.project.id)
  return past.count < ENOUGH ? plan : { ...plan, estimate: estimateFrom(past) }
}

function estimateFrom({ count, costMicros, lowMicros, highMicros, seconds }: PastChanges): Plan['estimate'] {
  const range = `half of them cost between ${dollars(lowMicros)} and ${dollars(highMicros)}`
  return {
    costMicros,
    seconds,
    basis: `the median of this project's last ${count} changes by models; ${range}`,
  }
}

/**
 * Whether a plan may go on without a person: the project asks for nobody, or lets what is cheap enough go on.
 * A cost that is not known is never cheap.
 */
export function goesOn({ project }: Pick<StepContext, 'project'>, { estimate }: Plan): boolean {
  if (!project.requiresPlanApproval) return true
  const { autoApproveMicros } = project
  return (
    autoApproveMicros !== null && estimate.costMicros !== null && estimate.costMicros <= autoApproveMicros
  )
}
