import type { ComponentType, ReactNode } from 'react'
import { cn } from '~/lib/cn'

interface EmptyStateProps {
  icon: ComponentType<{ className?: string; 'aria-hidden'?: boolean }>
  /** What there is none of: "No projects yet". */
  title: string
  /** One sentence: what will be here, and how it comes to be. */
  children: ReactNode
  action?: ReactNode
  className?: string
}

export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('flex flex-col items-center px-4 py-12 text-center', className)}>
      <Icon aria-hidden={true} className="size-6 text-muted" />
      <h2 className="mt-3 text-lg font-semibold">{title}</h2>
      <div className="mt-1 max-w-md text-pretty text-muted">{children}</div>
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
