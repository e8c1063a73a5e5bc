import type { ComponentType, ReactNode } from 'react'
import { cn } from '~/lib/cn'

interface EmptyStateProps {
  icon: ComponentType<{ className?: string; 'aria-hidden'?: boolean }>
  /** What there is none of: "No projects yet". */
  title: string
  /** One sentence: what will be here, and how it comes to be. */
  children: ReactNode
  action?: ReactNode
  /** Where it is all there is on the page, its title is the page's. */
  wholePage?: boolean
  className?: string
}

export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
  wholePage = false,
  className,
}: EmptyStateProps) {
  const Heading = wholePage ? 'h1' : 'h2'
  return (
    <div className={cn('flex flex-col items-center px-4 py-12 text-center', wholePage && 'py-24', className)}>
      <Icon aria-hidden={true} className="size-6 text-muted" />
      <Heading className="mt-3 text-lg font-semibold">{title}</Heading>
      <div className="mt-1 max-w-md text-pretty text-muted">{children}</div>
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
