import { Exception } from '@adonisjs/core/exceptions'
import type { LimitRefusal } from '#shared/contracts/entitlements'

/** The plan allows no more: not a question of rights (403) but of what was bought, which can be changed. */
export default class PlanLimitException extends Exception {
  static status = 402
  static code = 'E_PLAN_LIMIT'

  /** @param refusal null for what is not counted: a feature that the plan lacks, or a team that may only read */
  constructor(
    message: string,
    readonly refusal: LimitRefusal | null = null
  ) {
    super(message)
  }
}

/** @throws PlanLimitException when the answer is no */
export function demand(
  answer: { allowed: true } | LimitRefusal | { allowed: false; message: string }
): asserts answer is { allowed: true } {
  if (answer.allowed) return
  throw new PlanLimitException(answer.message, 'limit' in answer ? answer : null)
}
