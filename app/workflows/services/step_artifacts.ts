import { withTeam } from '#accounts/services/tenancy'
import type { ArtifactKind } from '#workflows/enums/workflow_event'
import { latestJson } from '#workflows/services/artifacts'
import type { StepContext } from '#workflows/steps/step_context'

/** What an earlier step has left behind; null when it has not. */
export function storedJson<T>({ lease }: Pick<StepContext, 'lease'>, kind: ArtifactKind): Promise<T | null> {
  return withTeam(lease.teamId, (trx) => latestJson<T>(trx, lease.workflowId, kind))
}

/** @throws Error when it is not there, which no order of steps allows */
export async function requiredJson<T>(context: Pick<StepContext, 'lease'>, kind: ArtifactKind): Promise<T> {
  const value = await storedJson<T>(context, kind)
  if (value === null) throw new Error(`the ${kind} of an earlier step is missing`)
  return value
}
