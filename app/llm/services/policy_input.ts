import type { RoutingPolicy, TaskKind } from '@agentops/engine/contract'
import type { Infer } from '@vinejs/vine/types'
import type { routingPolicyValidator } from '#llm/validators/policies'

/** What was chosen, without the kinds of work that were left open. */
function chosen<T>(each: Partial<Record<TaskKind, T | null | undefined>> = {}): Partial<Record<TaskKind, T>> {
  return Object.fromEntries(Object.entries(each).filter(([, value]) => value)) as Partial<Record<TaskKind, T>>
}

export function policyFrom(input: Infer<typeof routingPolicyValidator>): RoutingPolicy {
  return {
    order: input.order,
    escalateOn: input.escalateOn,
    maxEscalations: input.maxEscalations,
    fixed: chosen(input.fixed),
    effort: chosen(input.effort),
    hedgeAfterMs: input.hedgeAfterMs ?? null,
  }
}
