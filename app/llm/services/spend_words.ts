import type { Tightest } from '#llm/services/spend_scopes'

const names: Record<string, string> = {
  team: 'this month’s budget of the team',
  project: 'this month’s budget of the project',
  workflow: 'the budget of this workflow',
  step: 'the budget of a single step',
}

/** Micro-dollars for a sentence; small amounts keep the digits that say something. */
export function dollars(micros: number): string {
  const digits = micros >= 10_000 || micros === 0 ? 2 : 4
  return `$${(micros / 1_000_000).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`
}

/** Which budget it is, how much of it was spent, and what to do. */
export function overBudget({ scope, spent, limit }: Pick<Tightest, 'scope' | 'spent' | 'limit'>): string {
  const name = names[scope] ?? 'the budget'
  return `${dollars(spent)} of ${dollars(limit)} is spent of ${name}. Raise it under Budgets, then retry the step.`
}
