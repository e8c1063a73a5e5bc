import { BudgetBar } from '~/components/budget_bar'
import { Money } from '~/components/money'
import { Skeleton } from '~/components/skeleton'
import { type Receipt, useReceipt } from './use_receipt'

/** What the workflow has cost of what it may, and what the strongest model alone would have. */
export function ReceiptLines({ id, costMicros }: { id: string; costMicros: number }) {
  const receipt = useReceipt(id, costMicros)
  if (receipt === 'failed')
    return <p className="text-muted">The receipt could not be loaded. Reload the page to try again.</p>
  if (receipt === null) return <Skeleton className="h-10 w-full" />
  return (
    <div className="grid gap-3">
      <BudgetBar spent={costMicros} limit={receipt.limitMicros} />
      {receipt.strongest && <Comparison receipt={receipt} strongest={receipt.strongest} />}
      {receipt.savedMicros > 0 && (
        <p className="text-muted">
          <Money microDollars={receipt.savedMicros} /> was saved by answers that were kept from before.
        </p>
      )}
      {receipt.unpricedCalls > 0 && (
        <p className="text-muted">
          {receipt.unpricedCalls === 1 ? 'One call is' : `${receipt.unpricedCalls} calls are`} not in it:
          their price or their token counts are not known.
        </p>
      )}
    </div>
  )
}

interface ComparisonProps {
  receipt: Receipt
  strongest: NonNullable<Receipt['strongest']>
}

function Comparison({ receipt, strongest }: ComparisonProps) {
  const { model, estimateMicros, lowMicros, highMicros, workflows } = strongest
  return (
    <p className="text-pretty">
      It cost <Money microDollars={receipt.costMicros} className="font-medium" />; {model} alone would be
      about <Money microDollars={estimateMicros} className="font-medium" />
      <span className="text-muted">
        {workflows > 0 && lowMicros !== null && highMicros !== null ? (
          <>
            {' '}
            (basis: {workflows} past workflows of your team, half of them between{' '}
            <Money microDollars={lowMicros} /> and <Money microDollars={highMicros} />)
          </>
        ) : (
          ' (basis: the tokens of this workflow’s first attempt at its price; no past workflows yet)'
        )}
      </span>
      .
    </p>
  )
}
