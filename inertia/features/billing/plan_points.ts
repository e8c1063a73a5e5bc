import { formatMoney } from '~/lib/format_money'
import { formatGibibytes } from './limit_words'
import { formatCents } from './price'
import type { PlanCard } from './server_types'

export type Interval = 'month' | 'year'

const many = (n: number, word: string) => `${n.toLocaleString('en-US')} ${word}${n === 1 ? '' : 's'}`

function members({ seats }: PlanCard, interval: Interval) {
  const included = many(seats.included, 'member')
  if (!seats.extra) return included
  return `${included}, ${formatCents(seats.extra[interval])} a ${interval} for each more`
}

/** What a plan has, one point per line; null limits are left to the word "unlimited". */
export function planPoints(plan: PlanCard, interval: Interval): string[] {
  const { limits, sandbox } = plan
  const minutes = limits.sandbox_minutes_per_month ?? 0
  return [
    members(plan, interval),
    many(limits.projects ?? 0, 'project'),
    `${many(limits.workflows_per_month ?? 0, 'workflow')} a month, ${limits.concurrent_workflows} at a time`,
    `${many(minutes, 'sandbox minute')} a month, ${formatGibibytes(sandbox.memoryBytes)} of memory`,
    `${formatMoney(limits.platform_credit_micros_per_month ?? 0)} of model usage a month, or keys of your own`,
    `${many(limits.history_days ?? 0, 'day')} of history`,
    ...(plan.prices ? ['Ahead of Free in the queue'] : []),
  ]
}
