import { cn } from '~/lib/cn'
import { formatMoney, formatMoneyExact } from '~/lib/format_money'

interface MoneyProps {
  microDollars: number
  className?: string
}

/** An amount in US dollars; hover shows all six digits. */
export function Money({ microDollars, className }: MoneyProps) {
  return (
    <span title={formatMoneyExact(microDollars)} className={cn('tabular whitespace-nowrap', className)}>
      {formatMoney(microDollars)}
    </span>
  )
}
