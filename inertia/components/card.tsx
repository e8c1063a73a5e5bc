import type { ReactNode } from 'react'
import { cn } from '~/lib/cn'

interface CardProps {
  children: ReactNode
  title?: string
  actions?: ReactNode
  /** For tables and logs, which bring their own edges. */
  flush?: boolean
  className?: string
}

/** A region of a page with its own heading. */
export function Card({ children, title, actions, flush = false, className }: CardProps) {
  return (
    <section className={cn('min-w-0 rounded-lg border bg-surface', className)}>
      {title && (
        <header className="flex min-h-11 flex-wrap items-center justify-between gap-2 border-b px-4 py-1.5">
          <h2 className="font-semibold">{title}</h2>
          {actions}
        </header>
      )}
      <div className={flush ? undefined : 'p-4'}>{children}</div>
    </section>
  )
}
