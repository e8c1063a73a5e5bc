import type { Plan, PlanKey, SoldPlan } from '#billing/catalogue/plan'

const mebibyte = 1024 ** 2
const gibibyte = 1024 ** 3
const dollar = 1_000_000

const free: Plan = {
  key: 'free',
  name: 'Free',
  summary: 'To see what it does on a project of your own.',
  prices: null,
  seats: { included: 1, extra: null },
  entitlements: {
    limits: {
      members: 1,
      projects: 2,
      concurrent_workflows: 1,
      workflows_per_month: 20,
      sandbox_minutes_per_month: 60,
      platform_credit_micros_per_month: 1 * dollar,
      history_days: 60,
    },
    features: { reviews: false, test_copilot: false },
    sandbox: {
      wallSeconds: 300,
      cpuSeconds: 600,
      memoryBytes: 1 * gibibyte,
      processes: 256,
      openFiles: 2_048,
      fileBytes: 256 * mebibyte,
      diskBytes: 2 * gibibyte,
      outputBytes: 5 * mebibyte,
    },
    queuePriority: 20,
  },
}

const solo: SoldPlan = {
  key: 'solo',
  name: 'Solo',
  summary: 'For one person who ships with it every day.',
  prices: { month: 39_00, year: 390_00 },
  seats: { included: 1, extra: null },
  entitlements: {
    limits: {
      members: 1,
      projects: 10,
      concurrent_workflows: 3,
      workflows_per_month: 300,
      sandbox_minutes_per_month: 1_000,
      platform_credit_micros_per_month: 10 * dollar,
      history_days: 180,
    },
    features: { reviews: true, test_copilot: true },
    sandbox: {
      wallSeconds: 600,
      cpuSeconds: 1_200,
      memoryBytes: 2 * gibibyte,
      processes: 512,
      openFiles: 4_096,
      fileBytes: 512 * mebibyte,
      diskBytes: 4 * gibibyte,
      outputBytes: 10 * mebibyte,
    },
    queuePriority: 10,
  },
}

const team: SoldPlan = {
  key: 'team',
  name: 'Team',
  summary: 'For a team that works on the same projects.',
  prices: { month: 99_00, year: 990_00 },
  seats: { included: 5, extra: { month: 15_00, year: 150_00 } },
  entitlements: {
    limits: {
      members: 5,
      projects: 50,
      concurrent_workflows: 10,
      workflows_per_month: 1_500,
      sandbox_minutes_per_month: 6_000,
      platform_credit_micros_per_month: 30 * dollar,
      history_days: 365,
    },
    features: { reviews: true, test_copilot: true },
    sandbox: {
      wallSeconds: 1_200,
      cpuSeconds: 4_800,
      memoryBytes: 4 * gibibyte,
      processes: 1_024,
      openFiles: 8_192,
      fileBytes: 1 * gibibyte,
      diskBytes: 8 * gibibyte,
      outputBytes: 20 * mebibyte,
    },
    queuePriority: 10,
  },
}

/** Of an installation that sells nothing: its operator pays for everything anyway. */
const selfHosted: Plan = {
  key: 'self_hosted',
  name: 'Self-hosted',
  summary: 'Everything, on machines of your own.',
  prices: null,
  seats: { included: 0, extra: null },
  entitlements: {
    limits: {
      members: null,
      projects: null,
      concurrent_workflows: null,
      workflows_per_month: null,
      sandbox_minutes_per_month: null,
      platform_credit_micros_per_month: null,
      history_days: null,
    },
    features: { reviews: true, test_copilot: true },
    sandbox: {
      wallSeconds: 600,
      cpuSeconds: 1_200,
      memoryBytes: 2 * gibibyte,
      processes: 512,
      openFiles: 4_096,
      fileBytes: 512 * mebibyte,
      diskBytes: 4 * gibibyte,
      outputBytes: 10 * mebibyte,
    },
    queuePriority: 10,
  },
}

/** Everything that is sold or given, in the order in which it is shown. Prices of others are not accepted anywhere. */
export const plans: Record<PlanKey, Plan> = { free, solo, team, self_hosted: selfHosted }

export const soldPlans: readonly SoldPlan[] = [solo, team]

export const soldPlan = (key: string) => soldPlans.find((plan) => plan.key === key)

/** The most extra seats that can be bought without talking to us first. */
export const MAX_EXTRA_SEATS = 200

/** What a dollar of model usage beyond the credit costs: a dollar. */
export const usageMeter = {
  eventName: 'agentops_model_usage',
  valueKey: 'micros',
  customerKey: 'stripe_customer_id',
}
