import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '~/components/badge'
import { cn } from '~/lib/cn'
import { type Interval, planPoints } from './plan_points'
import { formatCents } from './price'
import type { PlanCard } from './server_types'

interface PlanColumnProps {
  plan: PlanCard
  interval: Interval
  current?: boolean
  action: ReactNode
}

/** One plan: its price, what it has, and the way to it. */
export function PlanColumn({ plan, interval, current = false, action }: PlanColumnProps) {
  return (
    <section
      aria-label={plan.name}
      className={cn('flex flex-col gap-4 rounded-lg border bg-surface p-5', current && 'border-accent')}
    >
      <div>
        <div className="flex items-center justify-between gap-2">
          <h3 className="text-lg font-semibold">{plan.name}</h3>
          {current && <Badge tone="accent">Your plan</Badge>}
        </div>
        <p className="mt-1 min-h-10 text-sm text-muted">{plan.summary}</p>
      </div>
      <Price plan={plan} interval={interval} />
      <ul className="grid flex-1 content-start gap-2 text-sm">
        {planPoints(plan, interval).map((point) => (
          <li key={point} className="flex gap-2">
            <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ok" />
            <span className="tabular">{point}</span>
          </li>
        ))}
      </ul>
      <div className="grid">{action}</div>
    </section>
  )
}

function Price({ plan, interval }: Pick<PlanColumnProps, 'plan' | 'interval'>) {
  const cents = plan.prices?.[interval] ?? 0
  return (
    <p className="tabular">
      <span className="text-2xl font-semibold">{formatCents(cents)}</span>
      <span className="text-muted"> a {interval}</span>
      {interval === 'year' && plan.prices && (
        <span className="block text-sm text-muted">{formatCents(Math.round(cents / 12))} a month</span>
      )}
    </p>
  )
}
