import type { ReactNode } from 'react'
import { cn } from '~/lib/cn'
import { type Tone, toneSoft } from '~/lib/tone'

interface BadgeProps {
  children: ReactNode
  tone?: Tone
  className?: string
}

/** A short word or count. For a state that has an icon, use Status. */
export function Badge({ children, tone = 'neutral', className }: BadgeProps) {
  return (
    <span
      className={cn(
        'tabular inline-flex h-5 max-w-48 items-center truncate rounded-sm px-1.5 text-xs font-medium',
        toneSoft[tone],
        className
      )}
    >
      {children}
    </span>
  )
}
