import type { Effort, RoutingPolicy, TaskKind } from '@agentops/engine/contract'

/** What was chosen, without the kinds of work that were left open. */
function chosen<T>(each: Partial<Record<TaskKind, T | null | undefined>> = {}): Partial<Record<TaskKind, T>> {
  return Object.fromEntries(Object.entries(each).filter(([, value]) => value)) as Partial<Record<TaskKind, T>>
}

type Chosen<T> = Partial<Record<TaskKind, T | null | undefined>> | undefined

/** What was filled in; kinds of work that were left open are null or absent. */
export interface PolicyInput extends Pick<RoutingPolicy, 'order' | 'escalateOn' | 'maxEscalations'> {
  fixed?: Chosen<string>
  effort?: Chosen<Effort>
  hedgeAfterMs?: number | null | undefined
  cacheAnswers?: boolean | undefined
}

export function policyFrom(input: PolicyInput): RoutingPolicy {
  return {
    order: input.order,
    escalateOn: input.escalateOn,
    maxEscalations: input.maxEscalations,
    fixed: chosen(input.fixed),
    effort: chosen(input.effort),
    hedgeAfterMs: input.hedgeAfterMs ?? null,
    cacheAnswers: input.cacheAnswers ?? false,
  }
}
