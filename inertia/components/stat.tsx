import type { ReactNode } from 'react'
import { cn } from '~/lib/cn'

interface StatProps {
  label: string
  /** The figure with its unit. */
  value: ReactNode
  /** What it is measured against, or since when. */
  detail?: ReactNode
  className?: string
}

/** One figure with its name. Lay several side by side in a StatGroup. */
export function Stat({ label, value, detail, className }: StatProps) {
  return (
    <div className={cn('min-w-0', className)}>
      <dt className="truncate text-sm text-muted">{label}</dt>
      <dd className="tabular mt-0.5 text-xl font-semibold">{value}</dd>
      {detail && <dd className="tabular text-sm text-muted">{detail}</dd>}
    </div>
  )
}

export function StatGroup({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={cn('grid grid-cols-2 gap-4 sm:grid-cols-4', className)}>{children}</dl>
}
