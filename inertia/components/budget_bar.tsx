import { cn } from '~/lib/cn'
import { Money } from './money'
import { Progress } from './progress'

interface BudgetBarProps {
  /** Micro-dollars. */
  spent: number
  /** Micro-dollars; null where nothing is set. */
  limit: number | null
  label?: string
  className?: string
}

const NEARLY = 0.8

/** What was spent of what may be spent. */
export function BudgetBar({ spent, limit, label = 'Cost', className }: BudgetBarProps) {
  if (limit === null) {
    return (
      <p className={cn('text-sm text-muted', className)}>
        {label} <Money microDollars={spent} className="font-medium text-text" /> · no budget set
      </p>
    )
  }
  const over = spent > limit
  const nearly = spent >= limit * NEARLY
  return (
    <div className={cn('grid gap-1', className)}>
      <p className="flex flex-wrap justify-between gap-x-3 text-sm text-muted">
        <span>
          {label} <Money microDollars={spent} className="font-medium text-text" /> of{' '}
          <Money microDollars={limit} />
        </span>
        {over && <span className="font-medium text-bad">Over budget</span>}
        {nearly && !over && <span className="font-medium text-warn">Nearly used up</span>}
      </p>
      <Progress
        label={`${label} against budget`}
        value={spent}
        max={Math.max(limit, 1)}
        tone={over ? 'bad' : nearly ? 'warn' : 'accent'}
      />
    </div>
  )
}
