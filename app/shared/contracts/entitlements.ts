/** What a team may have so much of. Money is in micro-dollars, storage in days, sandbox time in minutes. */
export const limitNames = [
  'members',
  'projects',
  'concurrent_workflows',
  'workflows_per_month',
  'sandbox_minutes_per_month',
  'platform_credit_micros_per_month',
  'history_days',
] as const
export type LimitName = (typeof limitNames)[number]

/** What a team has or has not. */
export const featureNames = ['reviews', 'test_copilot'] as const
export type FeatureName = (typeof featureNames)[number]

/** Of one test run or execution in the sandbox. */
export interface SandboxEntitlement {
  wallSeconds: number
  memoryBytes: number
  processes: number
  diskBytes: number
}

export interface PlanEntitlements {
  /** Key of the plan in the catalogue, and its name for people. */
  plan: string
  planName: string
  /** Null: no limit. */
  limits: Record<LimitName, number | null>
  features: Record<FeatureName, boolean>
  sandbox: SandboxEntitlement
  /** Lower goes first, as the queue counts. */
  queuePriority: number
  /** Set while nothing new may be started, with the sentence to show. */
  readOnly: string | null
}

/** The answer to "may the team have one more?". */
export type LimitAnswer =
  | { allowed: true; left: number | null }
  | {
      allowed: false
      limit: LimitName
      max: number
      used: number
      /** When the count begins anew; null where it does not by itself. */
      resetsAt: string | null
      /** Which limit, how much is left, when it resets and what lifts it. */
      message: string
    }

/**
 * What a team's plan allows: the one place that pages, API, jobs and MCP ask. Bound in a provider; whoever
 * asks does not know how plans are sold.
 */
export abstract class Entitlements {
  abstract of(teamId: string): Promise<PlanEntitlements>
  /** Counts what is used now; `adding` more are to come. */
  abstract check(teamId: string, limit: LimitName, adding?: number): Promise<LimitAnswer>
  abstract has(teamId: string, feature: FeatureName): Promise<boolean>
}
