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
export type SandboxEntitlement = {
  wallSeconds: number
  /** Of all processes together. */
  cpuSeconds: number
  memoryBytes: number
  processes: number
  openFiles: number
  /** The largest single file, and all files together. */
  fileBytes: number
  diskBytes: number
  outputBytes: number
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

/** Why a team may not have one more. */
export interface LimitRefusal {
  allowed: false
  limit: LimitName
  max: number
  used: number
  /** When the count begins anew (ISO 8601); null where it does not by itself. */
  resetsAt: string | null
  /** Which limit, how much is left, when it resets and what lifts it. */
  message: string
}

/** The answer to "may the team have one more?". `left` is null where there is no limit. */
export type LimitAnswer = { allowed: true; left: number | null } | LimitRefusal

/** The answer to "may a feature be used?". */
export type FeatureAnswer = { allowed: true } | { allowed: false; message: string }

/** What a team may still spend on models that the installation pays for. Micro-dollars, this calendar month (UTC). */
export type SpendingAllowance = {
  /** Included in the plan; null: without end. */
  creditMicros: number | null
  /** What the team allows itself beyond that, at its own cost. */
  capMicros: number
  usedMicros: number
  /** Null: without end. Never negative. */
  leftMicros: number | null
  /** ISO 8601. */
  resetsAt: string
  /** What to say when nothing is left: how much was used, when it resets, what lifts it. */
  message: string
}

/**
 * What a team's plan allows: the one place that pages, API, jobs and MCP ask. Bound in a provider; whoever
 * asks does not know how plans are sold.
 */
export abstract class Entitlements {
  /** Of a team that has bought nothing. */
  abstract readonly standard: PlanEntitlements
  /** False when every team has the standard. */
  abstract readonly plansDiffer: boolean
  /** Answered from memory for a few seconds, so it may be asked with every request. */
  abstract of(teamId: string): Promise<PlanEntitlements>
  /** Counts what is used now; `adding` more are to come (1 when absent). */
  abstract check(teamId: string, limit: LimitName, adding?: number): Promise<LimitAnswer>
  /** The refusal in words when a count has been found at its end elsewhere, as in a statement that counts itself. */
  abstract refusal(teamId: string, limit: LimitName, used: number): Promise<LimitRefusal>
  abstract has(teamId: string, feature: FeatureName): Promise<boolean>
  /** As `has`, with the sentence to show when it has not. */
  abstract checkFeature(teamId: string, feature: FeatureName): Promise<FeatureAnswer>
  /** Asked before each call of a model that the installation pays for, and while one runs. Never from memory. */
  abstract spending(teamId: string): Promise<SpendingAllowance>
}
